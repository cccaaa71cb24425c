import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "open-touches-nothing",
  title: "An open breaker touches nothing",
  question:
    "Is everything refused while the breaker is open, with its own code and a dead letter, and without a call to the upstream?",
  motivation: "Whoever hammers an upstream that is down keeps it down.",
  remediation: "Admission belongs to the breaker: nothing may be sent before it has said yes.",
  effort: "medium",
  sections: ["O"],
  needs: [KIND.breakers],
  baseline: "none",
  reasons: {
    "not-tried": "The drill did not try it, so nothing is known.",
    "nothing-submitted": "Nothing was submitted while the breaker was open.",
    "upstream-touched": "The upstream was called while the breaker was open.",
    "not-refused": "A submission did not end as refused by the breaker.",
    "no-letter": "A refused submission left no dead letter.",
  },
  params: {},
};
