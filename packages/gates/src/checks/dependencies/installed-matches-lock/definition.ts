import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "installed-matches-lock",
  title: "What is installed is what is locked",
  question: "Is every locked package of this platform installed in exactly the locked version, entry by entry?",
  motivation:
    "The suites run on what lies in node_modules. When that differs from the lockfile, they say nothing " +
    "about what will be released.",
  remediation: "Run `npm ci`, then run again.",
  effort: "low",
  sections: ["R"],
  needs: [KIND.dependencies],
  baseline: "none",
  reasons: {
    "not-installed": "Nothing was installed by npm here.",
    "installed-drift": "An installed package differs from the lockfile.",
    "packages-absent": "A locked package is not installed.",
  },
  params: {},
};
