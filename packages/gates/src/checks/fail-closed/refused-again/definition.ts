import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "refused-again",
  title: "A refusal stays a refusal",
  question: "Was what was refused also refused when it was tried once more?",
  motivation:
    "At one ancestor a denial could be undone by sending the same request again. Whoever is refused tries " +
    "again, by hand or in a loop.",
  remediation:
    "Look at what the first attempt left behind: a key that was taken, a state that moved, a counter that " +
    "ran over.",
  effort: "high",
  sections: ["G"],
  needs: [KIND.failClosed],
  baseline: "none",
  reasons: {
    "second-try-differs": "The second attempt was not refused as the first.",
    "nothing-repeated": "No attempt was made twice.",
  },
  params: {},
};
