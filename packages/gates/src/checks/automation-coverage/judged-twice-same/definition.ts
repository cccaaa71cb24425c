import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "judged-twice-same",
  title: "Judged twice, the same bytes",
  question: "Does another process that judges the stored evidence again come to the same bytes?",
  motivation:
    "A judgement that depends on the clock, the machine or chance cannot be replayed, and so cannot be audited.",
  remediation: "Look at the named places: the check there reads something that is not in the evidence.",
  effort: "high",
  sections: ["S"],
  needs: [KIND.rejudgement],
  baseline: "none",
  reasons: {
    differs: "The second judgement differs from the first.",
    "nothing-compared": "One of the two judgements has no digest.",
  },
  params: {},
};
