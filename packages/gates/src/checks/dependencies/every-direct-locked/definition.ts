import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "every-direct-locked",
  title: "Every direct dependency is locked to what is asked for",
  question:
    "Does the lockfile hold a version for every range that a manifest names, and that very version where it " +
    "names one?",
  motivation: "What is not locked is chosen anew at each install, by whoever publishes last.",
  remediation: "Run `npm install` and commit the lockfile.",
  effort: "low",
  sections: ["R"],
  needs: [KIND.dependencies],
  baseline: "none",
  reasons: {
    "direct-not-locked": "A manifest asks for a package that the lockfile does not hold.",
    "locked-otherwise": "A manifest names one exact version, the lockfile holds another.",
  },
  params: {},
};
