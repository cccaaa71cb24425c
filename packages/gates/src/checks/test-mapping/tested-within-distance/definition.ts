import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "tested-within-distance",
  title: "Modules have tests close by",
  question: "Is no larger a share of the modules than allowed only reached by tests over many other modules?",
  motivation:
    "A module that is loaded because something loads something that imports it has a test only by name. The farther away the test, the less it says about the module.",
  remediation: "Write tests that import the listed modules themselves.",
  effort: "medium",
  sections: ["L"],
  needs: [KIND.testMapping],
  baseline: "none",
  reasons: {
    "far-from-tests": "More modules than allowed are reached only over more imports than the profile calls close.",
  },
  params: { maxDistance: 3, maxFarPercent: 20 },
};
