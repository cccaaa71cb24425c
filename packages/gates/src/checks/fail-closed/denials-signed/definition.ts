import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "denials-signed",
  title: "Refusals of the guardian are signed",
  question: "Is there a signed DENY, verified with the guardian's key, wherever one is due?",
  motivation:
    "A denial that is not signed can be denied: nobody can show later that the action was refused, by " +
    "which policy and when.",
  remediation:
    "Look at the record of the action: the verdict is signed in the commit that refuses it, before it is " +
    "answered.",
  effort: "high",
  sections: ["P", "Y"],
  needs: [KIND.failClosed],
  baseline: "none",
  reasons: {
    "denial-absent": "A DENY is due and is not there.",
    "denial-unverified": "A DENY is there and does not verify.",
    "none-due": "No rule says that a DENY is due.",
  },
  params: {},
};
