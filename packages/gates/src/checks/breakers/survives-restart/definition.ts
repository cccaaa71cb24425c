import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "survives-restart",
  title: "An open breaker stays open over a restart",
  question: "After SIGKILL and a start, is an open breaker still open and the upstream untouched?",
  motivation: "A gateway that crashes and restarts in a loop must not hammer its upstream each time it comes back.",
  remediation: "The breaker's state has to be stored with the transition and read at start.",
  effort: "medium",
  sections: ["O"],
  needs: [KIND.breakers],
  baseline: "none",
  reasons: {
    "not-tried": "The drill did not try it, so nothing is known.",
    "not-open-before": "The breaker was not open before the restart, which shows nothing.",
    forgotten: "The breaker was not open after the restart.",
    "upstream-touched": "The upstream was called right after the restart.",
  },
  params: {},
};
