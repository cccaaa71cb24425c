import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "exact-pins",
  title: "Direct dependencies are pinned exactly",
  question: "Does every range of the chosen types name one version only?",
  motivation:
    "A range lets two people who update at different times get different versions, and lets a new release in " +
    "without a decision.",
  remediation:
    "Write exact versions (`save-exact=true` in .npmrc); a package that is meant for others to install may " +
    "be named in `allow`.",
  effort: "low",
  sections: ["R"],
  needs: [KIND.dependencies],
  baseline: "none",
  reasons: {
    "range-not-exact": "A range allows more than one version.",
    "entry-unused": "An entry of `allow` names no package with a range.",
  },
  params: { types: ["dependencies", "devDependencies", "optionalDependencies"], allow: [] },
};
