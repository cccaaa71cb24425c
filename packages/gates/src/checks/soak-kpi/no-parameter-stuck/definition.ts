import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "no-parameter-stuck",
  title: "Every changed parameter moves, and moves its KPI",
  question: "Did every parameter that was changed really change, and its KPI the way the rule expects?",
  motivation:
    "Reading a value back shows that it was stored, not that anything uses it. A dead knob is turned for ever, an " +
    "inverted one makes things worse each time.",
  remediation: "Find out who reads the parameter; correct the rule's direction.",
  effort: "high",
  sections: ["K", "O"],
  needs: [KIND.soak],
  baseline: "none",
  reasons: {
    stuck: "A parameter stayed as it was through several attempts.",
    opposite: "A change moved its KPI the wrong way more often than the right one.",
    "no-effect": "None of the changes of a parameter moved its KPI.",
  },
  params: {},
};
