import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "proofs-verify",
  title: "Inclusion proofs verify",
  question:
    "Does every receipt's record hash, with its proof, to the root of a checkpoint that the gateway's key has signed?",
  motivation:
    "A receipt is only worth something if the log really holds it. The drill computes the root itself, with code of its own.",
  remediation: "`holdpoint ledger verify` on the gateway's data folder says where the log is broken.",
  effort: "medium",
  sections: ["N"],
  needs: [KIND.gatewayLive],
  baseline: "none",
  reasons: {
    "not-tried": "The drill did not try it, so nothing is known.",
    "root-differs": "Record and proof give another root than the checkpoint.",
    "not-signed": "The checkpoint has no good signature by the gateway's key.",
    "outside-the-tree": "A receipt's place is not in the checkpoint's tree.",
  },
  params: {},
};
