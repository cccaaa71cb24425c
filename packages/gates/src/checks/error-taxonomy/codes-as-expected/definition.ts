import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "codes-as-expected",
  title: "Each mistake gets its own code",
  question: "Did each provocation get the code that is meant for it?",
  motivation:
    "A registry is of no use when every refusal is the same one: who sends a wrong field and who asks too " +
    "often must do different things.",
  remediation:
    "Compare what was done with what came back; either the code is thrown in the wrong place or another " +
    "check in the gateway is asked first.",
  effort: "medium",
  sections: ["G"],
  needs: [KIND.errorTaxonomy],
  baseline: "none",
  reasons: {
    "other-code": "A provocation got a code that is meant for something else.",
  },
  params: {},
};
