import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "none-failed",
  title: "No test failed",
  question: "Did every test that ran end without a failure or an error?",
  motivation: "A failing test is the most direct statement that the candidate does not do what its authors promised.",
  remediation: "Repair the code or the test; the report's line says what was expected. Do not skip the test to get by.",
  effort: "medium",
  sections: ["L"],
  needs: [KIND.testResults],
  baseline: "none",
  reasons: {
    "test-failed": "At least one test failed: its own assertion did not hold.",
    "test-errored": "At least one test ended in an error before it could say anything.",
  },
  params: {},
};
