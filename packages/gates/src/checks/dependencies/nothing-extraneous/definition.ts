import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "nothing-extraneous",
  title: "Nothing is installed besides what is locked",
  question: "Is there nothing in node_modules that no lockfile names?",
  motivation:
    "A package that only this machine has makes tests pass here and the release fail elsewhere, or runs code " +
    "that nobody reviewed.",
  remediation: "Run `npm ci`, which removes it; if it is needed, add it to the manifest.",
  effort: "low",
  sections: ["R"],
  needs: [KIND.dependencies],
  baseline: "none",
  reasons: {
    "not-installed": "Nothing was installed by npm here.",
    extraneous: "Packages or files lie in node_modules that the lockfile does not name.",
  },
  params: {},
};
