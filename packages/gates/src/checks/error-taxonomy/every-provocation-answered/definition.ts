import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "every-provocation-answered",
  title: "Nothing is refused in silence",
  question: "Did something come back for everything that was provoked?",
  motivation: "A caller that is left without an answer cannot tell a refusal from a loss, and tries again.",
  remediation:
    "Look at the request that is named: a socket that is cut, a message that is dropped, an action that " +
    "never ended.",
  effort: "medium",
  sections: ["G"],
  needs: [KIND.errorTaxonomy],
  baseline: "none",
  reasons: {
    "no-answer": "Something was provoked and nothing came back.",
  },
  params: {},
};
