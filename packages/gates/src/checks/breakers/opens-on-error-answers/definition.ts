import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "opens-on-error-answers",
  title: "Error answers open the breaker",
  question: "Does the breaker open when the minimum of calls was answered with errors, and not before?",
  motivation: "In an ancestor an error answer counted as a success: eight errors, and the circuit stayed closed.",
  remediation: "See how the adapter's outcomes are counted: the breaker's limits are in `GET /v1/config`.",
  effort: "medium",
  sections: ["O"],
  needs: [KIND.breakers],
  baseline: "none",
  reasons: {
    "not-tried": "The drill did not try it, so nothing is known.",
    "opened-early": "The breaker opened before the minimum of calls.",
    "stayed-closed": "The breaker did not open.",
  },
  params: {},
};
