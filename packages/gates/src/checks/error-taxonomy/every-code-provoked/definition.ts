import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "every-code-provoked",
  title: "Every code can come out",
  question: "Was every registered code of the gateway and of actions really given, or is it said why it cannot be?",
  motivation: "A code that no one can provoke is dead: its hint was never read by a person, its path never run.",
  remediation: "Provoke it in the drill, say why that cannot be done from outside, or remove the code.",
  effort: "high",
  sections: ["G"],
  needs: [KIND.errorTaxonomy],
  baseline: "none",
  reasons: {
    "code-never-given": "A registered code was neither given nor excused.",
    "excuse-empty": "A code is excused without a reason.",
    "too-many-excused": "More codes are excused than allowed.",
    "excuse-needless": "A code is excused although it was given.",
  },
  params: { excusedMax: 8 },
};
