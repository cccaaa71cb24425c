import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "tests-exist",
  title: "There are tests in every suite and report",
  question: "Does every judged suite, and every report of it, list at least one test?",
  motivation:
    "A runner that finds no test file ends with success and writes an empty report. Zero tests say nothing, " +
    "and nothing is never a pass.",
  remediation: "Look at the pattern by which the runner finds its tests, and at the globs of the suite's reports.",
  effort: "low",
  sections: ["L"],
  needs: [KIND.testResults],
  baseline: "none",
  reasons: {
    "suite-empty": "All reports of a suite together list no test.",
    "report-empty": "More reports than allowed list no test.",
    "too-few": "Fewer tests than the profile asks for were found.",
  },
  params: { maxEmptyReports: 0, minTests: 1 },
};
