import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "no-file-untouched",
  title: "No source file is untouched by tests",
  question: "Is at least one line of every measured file covered?",
  motivation:
    "A file without a single covered line is not tested badly, it is not tested. An average does not show it.",
  remediation: "Write a first test for each listed file, or delete the file if nothing uses it.",
  effort: "medium",
  sections: ["L"],
  needs: [KIND.coverage],
  baseline: "none",
  reasons: {
    untouched: "Some measured files have lines, and none of them is covered.",
    "too-many-untouched": "More files than allowed have no covered line.",
  },
  params: { max: 10 },
};
