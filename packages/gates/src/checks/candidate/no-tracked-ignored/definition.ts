import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "no-tracked-ignored",
  title: "No tracked file is ignored",
  question: "Is every tracked file one that the ignore rules would let in?",
  motivation:
    "A file that is tracked and ignored at once is changed by whoever builds, and the next person who adds " +
    "it anew cannot.",
  remediation: "Take it out with `git rm --cached`, or correct .gitignore.",
  effort: "low",
  sections: ["D"],
  needs: [KIND.repository],
  baseline: "none",
  reasons: {
    "tracked-ignored": "Tracked files are ignored by the repository's own rules.",
  },
  params: {},
};
