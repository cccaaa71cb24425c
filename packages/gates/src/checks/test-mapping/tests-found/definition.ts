import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "tests-found",
  title: "There are tests to map",
  question: "Did the configuration find tests, as many as the profile asks for?",
  motivation: "When tests are renamed or moved, the patterns that find them go on finding nothing.",
  remediation: "Correct `coverage.tests`, or leave it out so that the usual names are taken.",
  effort: "low",
  sections: ["L"],
  needs: [KIND.testMapping],
  baseline: "none",
  reasons: {
    "too-few-tests": "Fewer files were taken as tests than the profile asks for.",
  },
  params: { minTests: 1 },
};
