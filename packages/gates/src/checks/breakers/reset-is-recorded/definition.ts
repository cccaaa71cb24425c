import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "reset-is-recorded",
  title: "A reset is recorded, and not everybody's",
  question: "Does a manual reset close the breaker, leave a record with its actor, and is it refused to others?",
  motivation: "Whoever resets a breaker takes a risk for everybody behind it. It has to be known who.",
  remediation: "Write the record in the same commit that changes the state.",
  effort: "medium",
  sections: ["O"],
  needs: [KIND.breakers],
  baseline: "none",
  reasons: {
    "not-tried": "The drill did not try it, so nothing is known.",
    "nothing-to-reset": "The breaker was not open, which shows nothing.",
    "not-reset": "The breaker was not closed by the reset.",
    "not-recorded": "The reset has no record with the actor's name.",
    "open-to-all": "Somebody who must not could reset the breaker.",
  },
  params: {},
};
