import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "steady-enough",
  title: "The steady phase is long enough",
  question: "Do the phases follow one another, and is the steady one long enough to be judged?",
  motivation: "What is measured while the target warms up or is still being changed is no figure of the release.",
  remediation: "Plan more iterations, or fewer of them for warm-up and ramp-down.",
  effort: "low",
  sections: ["K", "O"],
  needs: [KIND.soak],
  baseline: "none",
  reasons: {
    "too-few-steady": "Fewer iterations were steady than must be.",
    "phases-mixed": "The phases are not those of the plan, in its order.",
  },
  params: { steadyMin: 4 },
};
