import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "ratio-not-fallen",
  title: "The share of modules with a test did not fall",
  question: "Is the share of modules with a test no lower than at the last promotion, within the tolerance?",
  motivation:
    "The ratio erodes one untested module at a time. Deleting tested modules lowers it too and harms nobody, so that it holds only when more modules are without a test than before.",
  remediation: "Write tests for the listed modules.",
  effort: "medium",
  sections: ["L"],
  needs: [KIND.testMapping],
  baseline: "required",
  reasons: {
    fell: "The share fell by more than the tolerance, and more modules have no test than at the last promotion.",
    "share-fell": "The share fell by more than the tolerance, though no more modules are without a test.",
    "baseline-silent": "The last promotion judged by this check left no ratio.",
  },
  params: { tolerancePoints: 2 },
};
