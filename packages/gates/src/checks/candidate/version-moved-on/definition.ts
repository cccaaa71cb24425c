import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "version-moved-on",
  title: "The version moves on",
  question: "Does a commit that was not promoted before carry a higher version than the last promotion?",
  motivation:
    "Two promotions with the same version and different content cannot be told apart by anybody who looks at " +
    "the version.",
  remediation:
    "Raise the version in every version file and write its changelog entry; `sameVersion` is `refuse` where " +
    "each promotion must have its own.",
  effort: "low",
  sections: ["X"],
  needs: [KIND.repository],
  baseline: "required",
  reasons: {
    "version-not-moved": "Another commit was promoted with the same version.",
    "version-gone-back": "The version is lower than that of the last promotion.",
    "version-file-dropped": "A file whose version was compared at the last promotion is no longer looked at.",
    "version-unknown": "The manifests name no common version, and did at the last promotion.",
    "baseline-silent": "The last promotion was judged by this check and left no version.",
  },
  params: { sameVersion: "warn" },
};
