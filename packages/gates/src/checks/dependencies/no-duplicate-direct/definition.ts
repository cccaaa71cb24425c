import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "no-duplicate-direct",
  title: "A direct dependency is asked for once, or alike",
  question: "Do all manifests that ask for a package ask for the same, and does none ask twice?",
  motivation:
    "Two versions of one direct dependency are two sets of defects; named twice in one manifest, it depends " +
    "on npm which one counts.",
  remediation: "Use the same range in every manifest, and name each package under one type only.",
  effort: "low",
  sections: ["R"],
  needs: [KIND.dependencies],
  baseline: "none",
  reasons: {
    "listed-twice": "A manifest names a package under two types.",
    "ranges-differ": "Two manifests ask for different ranges of a package.",
  },
  params: {},
};
