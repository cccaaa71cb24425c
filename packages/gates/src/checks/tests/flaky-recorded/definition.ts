import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "flaky-recorded",
  title: "No test needed a second try",
  question: "Did every test that passed do so the first time?",
  motivation:
    "A test that fails and then passes says that something depends on time, order or chance. " +
    "It does not hold a release, but it is written down with its name.",
  remediation: "Find what the test depends on: a clock, a port, another test's leftovers; then take the retry away.",
  effort: "high",
  sections: ["L"],
  needs: [KIND.testResults],
  baseline: "none",
  reasons: {
    flaky: "Some tests failed at first and passed when run again.",
    "too-many-flaky": "More tests than allowed needed a second try.",
  },
  params: { max: 10 },
};
