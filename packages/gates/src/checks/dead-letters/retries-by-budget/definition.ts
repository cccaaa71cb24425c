import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "retries-by-budget",
  title: "Retries keep to their budget",
  question: "Was every action tried as often as its class allows, by the upstream's own count and by the letter's?",
  motivation:
    "One retry too few gives up on what a second would have healed; one too many is an attack on what is down already.",
  remediation:
    "The budgets are `retry.*` of `GET /v1/config`; nothing that was sent may be repeated where the adapter is not idempotent.",
  effort: "medium",
  sections: ["O"],
  needs: [KIND.deadLetters],
  baseline: "none",
  reasons: {
    "not-tried": "The drill did not try it, so nothing is known.",
    "over-budget": "The upstream was called more often than the budget allows.",
    "under-budget": "The upstream was called less often than the budget allows.",
    "attempts-differ": "The letter tells another number of attempts.",
  },
  params: {},
};
