import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "opens-on-slow-calls",
  title: "Slow calls open the breaker",
  question: "Does the breaker open when too many calls are slow, although each of them succeeds?",
  motivation: "A slow upstream holds every connection and takes the caller down with it, without one error.",
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
