import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "no-hidden-changes",
  title: "Nothing is hidden from git",
  question: "Does git look at every file, so that a change to any of them would be seen?",
  motivation:
    "A file that git was told to take as unchanged, or that only this machine ignores, can differ from the " +
    "commit while the tree looks clean.",
  remediation:
    "Run `git update-index --no-assume-unchanged --no-skip-worktree` on the tracked paths, end a sparse " +
    "checkout; move rules for untracked files from .git/info/exclude into .gitignore, or remove the files.",
  effort: "low",
  sections: ["X", "D"],
  needs: [KIND.repository],
  baseline: "none",
  reasons: {
    "paths-hidden": "Paths are taken as unchanged, left out of the work tree, or ignored by this machine only.",
  },
  params: {},
};
