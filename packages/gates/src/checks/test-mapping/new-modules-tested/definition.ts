import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "new-modules-tested",
  title: "New modules come with a test",
  question: "Does every module that was not there at the last promotion have a test?",
  motivation:
    "Old debts are paid slowly; new ones should not be made. The best time to test a module is when it is written.",
  remediation: "Write a test that imports the listed modules; a file that was only renamed is new as well.",
  effort: "medium",
  sections: ["L"],
  needs: [KIND.testMapping],
  baseline: "required",
  reasons: {
    "new-untested": "More new modules than allowed have no test.",
    "baseline-silent": "The last promotion judged by this check left no list of modules.",
  },
  params: { maxUntested: 0 },
};
