import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "strangers-refused",
  title: "Strangers are refused everywhere",
  question: "Does every operation refuse a caller without a token, with an unknown token and of a role that may not?",
  motivation: "One route without its guard is the whole gateway without one.",
  remediation: "Put the guard on the route that is named; the list of open routes is short and fixed.",
  effort: "medium",
  sections: ["I"],
  needs: [KIND.failClosed],
  baseline: "none",
  reasons: {
    "open-to-anyone": "An operation answers without a token.",
    "takes-unknown-token": "An operation takes a token that nobody was given.",
    "takes-wrong-role": "An operation lets in a role that may not.",
    "open-unlisted": "An operation is open that is not on the list.",
    "nothing-tried": "No guarded operation was tried.",
  },
  params: { open: ["GET /livez", "GET /readyz", "GET /v1/openapi.json", "GET /v1/keys"] },
};
