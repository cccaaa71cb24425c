import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "stuck-probe-ends",
  title: "A stuck probe ends",
  question: "Does the breaker go on after a probe that hangs, instead of waiting for it for ever?",
  motivation:
    "A probe that never returns keeps the one permit, and the breaker stays half-open for the rest of its life.",
  remediation: "The probe needs a time limit of its own; over it, it counts as failed.",
  effort: "medium",
  sections: ["O"],
  needs: [KIND.breakers],
  baseline: "none",
  reasons: {
    "not-tried": "The drill did not try it, so nothing is known.",
    "probe-held": "The breaker was not open again when the probe's time was over.",
    "not-recovered": "The breaker did not recover after the stuck probe.",
  },
  params: {},
};
