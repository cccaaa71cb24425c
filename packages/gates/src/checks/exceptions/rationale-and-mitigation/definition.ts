import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "rationale-and-mitigation",
  title: "Every exception says why, and what is done instead",
  question: "Does every open exception give a rationale and a mitigation that say something?",
  motivation:
    "An exception with `TODO` as its reason was never decided. What keeps the uncovered code from doing harm is half of the decision.",
  remediation:
    "Resolve the exception with `--why replaced` and decide anew with a rationale and a mitigation in words.",
  effort: "low",
  sections: ["A", "L"],
  needs: [KIND.coverageExceptions],
  baseline: "none",
  reasons: {
    "no-rationale": "An open exception gives no rationale, or only a placeholder.",
    "no-mitigation": "An open exception gives no mitigation, or only a placeholder.",
    "mitigation-repeats": "The mitigation of an open exception only repeats its rationale.",
  },
  params: { minChars: 12 },
};
