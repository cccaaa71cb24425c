import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "target-named",
  title: "The run says what it was made on",
  question: "Does every run name its target and what it was made with?",
  motivation: "Figures of an unknown server are figures of nothing. The target's address is shown without credentials.",
  remediation: "Give the importer the target's URL; leave user names and passwords out of it.",
  effort: "low",
  sections: ["K"],
  needs: [KIND.load],
  baseline: "none",
  reasons: {
    "target-unnamed": "A run does not say what it was made on.",
    "credentials-shown": "The target's address holds a user name or a password.",
    "plan-unsaid": "A run of ours does not say by which plan or on which machine it was made.",
  },
  params: {},
};
