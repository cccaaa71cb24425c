import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "keys-private",
  title: "Signing keys are private",
  question: "Can only their owner read the ledger's private keys?",
  motivation: "Whoever can read the key can sign a PROMOTE. A key that others could read has to count as theirs.",
  remediation: "Take the rights away (`chmod 600`), then rotate the key: nobody knows who has read it.",
  effort: "low",
  sections: ["P"],
  needs: [KIND.ledger],
  baseline: "none",
  reasons: {
    "readable-by-others": "Others than its owner have rights on the file of a private key.",
    "no-key": "The ledger has no key at all.",
  },
  params: {},
};
