import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "recovers-by-itself",
  title: "The breaker recovers by itself",
  question: "From the end of the fault to the first success that nobody helped along: is it short enough?",
  motivation: "An ancestor's breaker never recovered, and its recovery time was that of a manual reset.",
  remediation: "Read `GET /v1/breakers` while it stays open: `open_ms` has to lead to a probe without anybody's help.",
  effort: "medium",
  sections: ["O"],
  needs: [KIND.breakers],
  baseline: "none",
  reasons: {
    "not-tried": "The drill did not try it, so nothing is known.",
    "never-recovered": "There was no success after the fault had ended.",
    "helped-along": "Somebody reset the breaker.",
    "too-late": "The first success came too late.",
    "not-closed": "The breaker was not closed after the success.",
  },
  params: { slackMs: 5000 },
};
