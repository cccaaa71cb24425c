import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "clean-tree",
  title: "The work tree is clean",
  question: "Is everything that was judged in the commit, and nothing besides?",
  motivation:
    "With a change that is not committed, what was tested is not what is released, and nobody can get it back.",
  remediation: "Commit, stash or remove the paths listed; ignore generated files in .gitignore.",
  effort: "low",
  sections: ["X", "D"],
  needs: [KIND.repository],
  baseline: "none",
  reasons: {
    "tree-dirty": "Paths differ from the commit.",
    "dirty-when-formed": "The tree was dirty when the candidate was formed, and is clean now.",
  },
  params: {},
};
