import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "direct-as-promoted",
  title: "New direct dependencies are named",
  question: "Are the direct dependencies the same as at the last promotion?",
  motivation:
    "A new dependency is a decision for years, taken in one line of a pull request. It shall at least be " +
    "seen at the release.",
  remediation:
    "Look at each package that is named: who maintains it, what it brings, whether it is needed. This warns " +
    "and does not hold.",
  effort: "low",
  sections: ["R"],
  needs: [KIND.dependencies],
  baseline: "required",
  reasons: {
    "direct-added": "A direct dependency was not there at the last promotion.",
    "baseline-silent": "The last promotion was judged by this check and left no list.",
  },
  params: {},
};
