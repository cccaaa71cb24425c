import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "one-receipt-each",
  title: "Every end has exactly one receipt",
  question: "Has every ended action exactly one terminal receipt, and an unknown outcome a provisional one before it?",
  motivation: "No receipt: nobody can show what happened. Two: nobody can tell which of them is true.",
  remediation: "Look at `GET /v1/audit-trails/{correlationId}` of the named action.",
  effort: "medium",
  sections: ["N"],
  needs: [KIND.gatewayLive],
  baseline: "none",
  reasons: {
    "not-tried": "The drill did not try it, so nothing is known.",
    "no-receipt": "An end has no terminal receipt.",
    "several-receipts": "An end has more than one terminal receipt.",
    "unknown-unrecorded": "An unknown outcome left no provisional receipt.",
  },
  params: {},
};
