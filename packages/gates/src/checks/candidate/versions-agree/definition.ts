import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "versions-agree",
  title: "All manifests name the same version",
  question: "Do all version files of the configuration name one and the same version?",
  motivation:
    "Packages of one release that carry different versions cannot be told apart from a mixture of two releases.",
  remediation:
    "Set the same version in every file listed; take files that carry none out of `repository.versionFiles`.",
  effort: "low",
  sections: ["X"],
  needs: [KIND.repository],
  baseline: "none",
  reasons: {
    "version-absent": "A version file is not there, is not tracked, or names no version.",
    "versions-differ": "Two version files name different versions.",
  },
  params: {},
};
