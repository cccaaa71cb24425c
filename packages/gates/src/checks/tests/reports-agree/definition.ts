import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "reports-agree",
  title: "Reports of one run agree",
  question: "Do reports in different formats that tell the same run say the same of every test?",
  motivation:
    "Two reporters of one run can contradict each other: one lists a test as passed that the other lists as failed, " +
    "or leaves it out. Then one of the two is wrong, and nobody knows which.",
  remediation:
    "Run the suite once more with an empty report folder; when the reports still differ, look at the test itself and " +
    "keep only the reporter that tells the truth.",
  effort: "medium",
  sections: ["L"],
  needs: [KIND.testResults],
  baseline: "none",
  reasons: {
    "verdicts-differ": "Two reports of one run give a test different verdicts.",
    "tests-differ": "A test that ran is listed in one report of the run and not in the other.",
  },
  params: {},
};
