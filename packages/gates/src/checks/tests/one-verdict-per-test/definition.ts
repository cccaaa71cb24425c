import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "one-verdict-per-test",
  title: "No test has two verdicts",
  question: "Does every test stand in the reports of its suite once, with one verdict?",
  motivation:
    "Reporters of one run can contradict each other, and a merged report can list a test as passed and as failed. " +
    "Whoever counts only one of the two is right by chance.",
  remediation:
    "Let the runner write one report a run and empty the report folder before it; give tests of the same name " +
    "names of their own.",
  effort: "low",
  sections: ["L"],
  needs: [KIND.testResults],
  baseline: "none",
  reasons: {
    contradiction: "A test is listed with different verdicts within one suite.",
    duplicate: "A test is listed more than once with the same verdict, so that it counts more than once.",
  },
  params: {},
};
