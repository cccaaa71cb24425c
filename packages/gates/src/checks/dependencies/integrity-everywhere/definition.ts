import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "integrity-everywhere",
  title: "Every locked package has an integrity digest",
  question: "Is the content of every locked package bound by a strong digest?",
  motivation: "Without a digest the registry, or whoever stands in between, decides what is installed under a version.",
  remediation:
    "Delete the entry from the lockfile and run `npm install`; replace git dependencies by published " +
    "packages, or name them in `allow` with a reason that others accept.",
  effort: "low",
  sections: ["R"],
  needs: [KIND.dependencies],
  baseline: "none",
  reasons: {
    "integrity-absent": "A locked package has no digest.",
    "integrity-weak": "A locked package has only SHA-1 or something unreadable.",
    "entry-unused": "An entry of `allow` names no package without a digest.",
  },
  params: { allow: [] },
};
