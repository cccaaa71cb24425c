import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "every-rule-answered",
  title: "Every refusal is said",
  question: "Did something come back for each rule that was tried?",
  motivation: "Something that is stopped in silence looks like something that is still under way, and is sent again.",
  remediation: "Look at the rule that is named: a start that hangs, a request that is never answered.",
  effort: "medium",
  sections: ["G"],
  needs: [KIND.failClosed],
  baseline: "none",
  reasons: {
    "no-answer": "A rule was tried and nothing came back.",
  },
  params: {},
};
