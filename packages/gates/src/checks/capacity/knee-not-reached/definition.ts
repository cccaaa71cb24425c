import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "knee-not-reached",
  title: "The rate that is held is below the knee",
  question: "Is the target's own time at the rate that it holds not many times what it is at the lowest rates?",
  motivation:
    "Before a target gives way its time of service grows: requests wait inside for one another. A limit " +
    "that is only met on the steep part of that curve is met by luck.",
  remediation: "Lower `maxMs` to where the curve is still flat, and hold the release to the rate that is held then.",
  effort: "medium",
  sections: ["K"],
  needs: [KIND.load],
  baseline: "none",
  reasons: {
    "near-the-knee": "At the rate that is held the time of service is many times what it is at rest.",
    "service-unsaid": "The climb does not say how long requests took from their actual send.",
  },
  params: { maxGrowth: 3, limits: { percentile: "p95", maxMs: 1000, maxBadPercent: 1, holdS: 5 } },
};
