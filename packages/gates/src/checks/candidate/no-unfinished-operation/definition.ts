import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "no-unfinished-operation",
  title: "No git operation is under way",
  question: "Was every merge, rebase, cherry-pick, revert and bisect ended?",
  motivation:
    "In the middle of an operation HEAD is a state that nobody decided to release, and the next git command " +
    "may change it.",
  remediation: "End the operation with `--continue` or `--abort` (`git bisect reset`), then run again.",
  effort: "low",
  sections: ["X"],
  needs: [KIND.repository],
  baseline: "none",
  reasons: {
    "operation-unfinished": "An operation was begun and not ended.",
  },
  params: {},
};
