import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "durations-known",
  title: "Tests say how long they took",
  question: "Does every suite say how long its tests took?",
  motivation:
    "A suite that slows down is run less often and in the end not at all. Without durations nobody sees which " +
    "test it is, and a report in which everything took no time at all was hardly written by a run.",
  remediation: "Use a reporter that writes the `time` of each test; the slowest tests are listed in the result.",
  effort: "low",
  sections: ["L"],
  needs: [KIND.testResults],
  baseline: "none",
  reasons: {
    unknown: "No test of a suite has a duration.",
    "all-zero": "Every test of a suite took no time at all.",
  },
  params: { slowest: 5 },
};
