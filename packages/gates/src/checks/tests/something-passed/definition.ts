import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "something-passed",
  title: "In every suite something passed",
  question: "Did at least one test of every suite run and pass?",
  motivation:
    "A suite whose tests are all skipped has no failure, an orderly report and exit code 0. " +
    "It looks like a green suite to everybody who only looks for red.",
  remediation: "Find out why the whole suite is skipped: a missing service, a platform, a forgotten switch.",
  effort: "low",
  sections: ["L"],
  needs: [KIND.testResults],
  baseline: "none",
  reasons: {
    "all-skipped": "Every test of a suite was skipped.",
    "nothing-passed": "Tests of a suite ran, and not one passed.",
  },
  params: {},
};
