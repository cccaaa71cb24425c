import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "modules-found",
  title: "There are modules to look at",
  question: "Did the configuration find source modules with something in them to test?",
  motivation:
    "A pattern that finds two files of two thousand makes every ratio about them look splendid. Files of nothing but types or data do not count.",
  remediation:
    "Correct `coverage.source` and `coverage.exclude`; lower `minModules` only when modules were rightly deleted.",
  effort: "low",
  sections: ["L"],
  needs: [KIND.testMapping],
  baseline: "none",
  reasons: {
    "too-few-modules": "Fewer modules with something to test were found than the profile asks for.",
  },
  params: { minModules: 1 },
};
