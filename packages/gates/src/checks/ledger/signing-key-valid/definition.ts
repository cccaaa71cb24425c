import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "signing-key-valid",
  title: "One valid key signs",
  question: "Is there exactly one current signing key, and is it not revoked?",
  motivation: "A verdict signed with a revoked key is refused by everybody who checks it against today's keys.",
  remediation: "Rotate the key with `holdpoint ledger rotate-key` and publish the new one.",
  effort: "medium",
  sections: ["P", "Y"],
  needs: [KIND.ledger],
  baseline: "none",
  reasons: {
    "no-current-key": "No key of the ledger is the current one.",
    "several-current": "More than one key is taken for the current one.",
    revoked: "The current key is revoked.",
  },
  params: {},
};
