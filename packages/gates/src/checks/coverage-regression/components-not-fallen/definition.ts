import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "components-not-fallen",
  title: "No component fell since the last promotion",
  question: "Is every share of every component still reached, within the tolerance?",
  motivation:
    "What one component loses another one gains, and the total stands still. So each is compared with itself.",
  remediation: "Cover the listed lines of the component.",
  effort: "medium",
  sections: ["L"],
  needs: [KIND.coverage],
  baseline: "required",
  reasons: {
    fell: "A share of a component fell by more than the tolerance, and more of it is uncovered than then.",
    "share-fell":
      "A share of a component fell by more than the tolerance, though no more of it is uncovered than then.",
    "baseline-silent": "The last promotion judged by this check left no figures of its files.",
  },
  params: { components: [], tolerancePoints: 2 },
};
