import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "receipts-left",
  title: "Every end left its receipt",
  question: "Is there a receipt, included under a signed checkpoint, wherever one is due?",
  motivation:
    "Only what left a receipt can be shown to an auditor. The ancestors left none for what failed or was denied.",
  remediation:
    "Ask for the receipt of the action and recompute its inclusion; a receipt is part of the commit that " +
    "ends the action.",
  effort: "medium",
  sections: ["Y"],
  needs: [KIND.failClosed],
  baseline: "none",
  reasons: {
    "receipt-absent": "A receipt is due and is not there.",
    "receipt-unverified": "A receipt is there and does not verify.",
    "none-due": "No rule says that a receipt is due.",
  },
  params: {},
};
