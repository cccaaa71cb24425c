import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "required-gates-judged",
  title: "Every required gate was judged",
  question: "Was every gate that the profile requires judged in this run?",
  motivation:
    "Leaving a gate out is the quietest way to make a release green. A required gate that is not there is a failure, " +
    "not an absence.",
  remediation:
    "Put the gate back into the profile's `gates`, or install the version of Holdpoint that has it. " +
    "A gate that is no longer wanted is taken from `requireGates` in the open.",
  effort: "low",
  sections: ["S", "A"],
  needs: [KIND.plan, KIND.artifacts],
  baseline: "none",
  reasons: {
    "gate-not-planned": "The profile requires a gate that it does not name among its gates.",
    "gate-unknown": "The profile names a gate that does not exist.",
    "gate-not-judged": "A required gate is planned and was not judged.",
    "nothing-required": "The profile requires no gate, so that dropping one would go unnoticed.",
  },
  params: {},
};
