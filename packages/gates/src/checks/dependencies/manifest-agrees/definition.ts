import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "manifest-agrees",
  title: "Lockfile and manifests say the same",
  question: "Does the lockfile repeat exactly what the manifests of the repository say?",
  motivation:
    "With a lockfile that is behind its manifest, `npm ci` refuses, and `npm install` quietly chooses other " +
    "versions than were tested.",
  remediation: "Run `npm install` and commit manifest and lockfile together.",
  effort: "low",
  sections: ["R"],
  needs: [KIND.dependencies],
  baseline: "none",
  reasons: {
    "manifest-drift": "A manifest and its copy in the lockfile differ.",
  },
  params: {},
};
