import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "recovers",
  title: "The target recovers when the load falls back",
  question:
    "Is the target within the limits again soon after the rate falls back below what it held, and until the end?",
  motivation:
    "A target that stays slow after the peak has passed has to be restarted by a person: retries, full " +
    "queues and caches keep it down.",
  remediation: "Let the climb end with a rate that the target held. Drop work that is too old to matter.",
  effort: "high",
  sections: ["K"],
  needs: [KIND.load],
  baseline: "none",
  reasons: {
    "never-recovers": "The target was not within the limits again in time after the rate fell back.",
    "not-tried": "The rate never fell back after the target gave way.",
  },
  params: { withinS: 10, limits: { percentile: "p95", maxMs: 1000, maxBadPercent: 1, holdS: 5 } },
};
