import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "rate-achieved",
  title: "The rate that was asked for went out",
  question: "Did every open run send nearly as many requests a second as it was asked to?",
  motivation:
    "A run that fell behind its own schedule measured an easier load than it says. In a closed model " +
    "there is no rate to miss, which `trust-enough` is about.",
  remediation:
    "Give the generator more connections or workers, or another machine; a target that answers slowly " +
    "does not lower the rate of an open run.",
  effort: "medium",
  sections: ["K"],
  needs: [KIND.load],
  baseline: "none",
  reasons: {
    "rate-missed": "Fewer requests a second went out than were asked for.",
    "rate-contradicts": "More arrivals a second are said to have gone out than requests were sent.",
    "rate-unsaid": "A run of an open model does not say what was asked for or what went out.",
  },
  params: { minPercent: 99 },
};
