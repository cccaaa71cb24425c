import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "no-install-scripts",
  title: "No package runs code at install",
  question: "Does no locked package run a script when it is installed, besides those that are allowed?",
  motivation:
    "A script at install runs on every developer's and builder's machine before anybody has looked at it; it " +
    "is how most attacks through packages began.",
  remediation: "Replace the package, or name it in `allow` after reading its script.",
  effort: "medium",
  sections: ["R"],
  needs: [KIND.dependencies],
  baseline: "none",
  reasons: {
    "script-not-allowed": "A package that is not in `allow` has an install script.",
    "entry-unused": "An entry of `allow` names no package with an install script.",
  },
  params: { allow: [] },
};
