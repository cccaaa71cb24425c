import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "changelog-names-version",
  title: "The changelog names the version",
  question:
    "Is the newest entry of the changelog about the version that the manifests name, and does it say something?",
  motivation:
    "People decide by the changelog whether to take a release; one that ends at the version before tells " +
    "them nothing.",
  remediation: "Write an entry with the version as its heading and what changed below it.",
  effort: "low",
  sections: ["X"],
  needs: [KIND.repository],
  baseline: "none",
  reasons: {
    "heading-absent": "The changelog is not there, is empty, or has no heading that names a version.",
    "version-differs": "The newest entry is about another version than the manifests name.",
    "entry-empty": "The newest entry says less than `charsMin` characters.",
  },
  params: { charsMin: 10 },
};
