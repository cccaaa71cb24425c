import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { REQUIRED_RULES } from "../../../evidence/required-rules.ts";

export const definition: CheckDefinition = {
  id: "required-rules-tried",
  title: "Every required rule was tried",
  question: "Was each required fail-closed rule really tried, none of them skipped?",
  motivation:
    "A rule that is only written down closes nothing. The ancestors had a table of eleven, with line " +
    "numbers, and a safe executor that existed only in tests.",
  remediation:
    "Look at why the drill skipped the rule: a command that this machine lacks, a gateway that did not " +
    "start. A new rule goes into the drill and into this list.",
  effort: "high",
  sections: ["G", "P"],
  needs: [KIND.failClosed],
  baseline: "none",
  reasons: {
    "rule-absent": "A required rule is not among those that the drill knows.",
    "rule-skipped": "A required rule was skipped.",
  },
  params: { required: [...REQUIRED_RULES] },
};
