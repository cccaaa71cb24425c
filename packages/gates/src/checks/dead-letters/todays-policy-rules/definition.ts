import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "todays-policy-rules",
  title: "Today's policy rules a replay",
  question: "Is a letter whose action is denied by now planned as denied, denied, without effect and still open?",
  motivation: "A permission of last month must not be used up today.",
  remediation: "Ask the guardian again for every new action; never carry the old verdict over.",
  effort: "medium",
  sections: ["G"],
  needs: [KIND.deadLetters],
  baseline: "none",
  reasons: {
    "not-tried": "The drill did not try it, so nothing is known.",
    "nothing-to-deny": "There was no letter to deny.",
    "plan-silent": "The plan does not tell that letters will be denied.",
    "not-denied": "A replay was not denied.",
    "effect-despite-denial": "A replay that must be denied had an effect.",
    "letter-closed": "A denied replay closed its letter.",
  },
  params: {},
};
