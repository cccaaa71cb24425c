import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "approved-by-other",
  title: "Every exception is approved by somebody else",
  question: "Is the approver of every exception another person than its owner?",
  motivation:
    "Who asks and who allows are two. One person with two keys, or with a name written in two ways, is still one person.",
  remediation: "Resolve the exception with `--why replaced` and decide anew with another approver.",
  effort: "low",
  sections: ["A", "Y"],
  needs: [KIND.coverageExceptions],
  baseline: "none",
  reasons: { "not-two-people": "Owner and approver of an exception are one person, or one of them is nobody." },
  params: {},
};
