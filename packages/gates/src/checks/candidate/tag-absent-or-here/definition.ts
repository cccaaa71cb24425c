import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "tag-absent-or-here",
  title: "The version's tag is free or here",
  question: "Is there no tag of this version yet, or does it name this very commit?",
  motivation:
    "A tag is the name under which people fetch a release. One that names another commit means that this " +
    "version was released already, with other content.",
  remediation: "Raise the version. Never move a tag that was published.",
  effort: "low",
  sections: ["X"],
  needs: [KIND.repository],
  baseline: "none",
  reasons: {
    "tag-elsewhere": "A tag of this version names another commit.",
    "tags-unknown": "The clone is shallow, so the tags are not known, and `shallow` is `refuse`.",
  },
  params: { shallow: "refuse" },
};
