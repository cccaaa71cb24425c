import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "log-verifies",
  title: "The log verifies",
  question: "Does every stored record hash to the root that the newest checkpoint signs?",
  motivation: "The ledger is what an auditor believes. A changed, missing or foreign record makes all of it worthless.",
  remediation:
    "Do not write to it any more. Run `holdpoint ledger verify`, compare with a copy and with the checkpoints outside " +
    "the store, and find out who changed it.",
  effort: "high",
  sections: ["Y", "P"],
  needs: [KIND.ledger],
  baseline: "none",
  reasons: { "log-broken": "Verifying the stored records found a problem." },
  params: {},
};
