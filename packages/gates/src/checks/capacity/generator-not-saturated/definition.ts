import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "generator-not-saturated",
  title: "The generator had processor to spare",
  question: "Did the generator use less than the share of its processors above which it is the limit itself?",
  motivation: "A generator at the end of its processor time makes every target look slow, and finds its own capacity.",
  remediation: "Add workers up to the number of processors, or put the generator on another machine.",
  effort: "medium",
  sections: ["K"],
  needs: [KIND.load],
  baseline: "none",
  reasons: {
    "generator-saturated": "The generator used nearly all of its processor time.",
    "cpu-unsaid": "The climb does not say how much processor time its generator used.",
  },
  params: { maxPercent: 85 },
};
