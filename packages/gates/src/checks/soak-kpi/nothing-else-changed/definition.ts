import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "nothing-else-changed",
  title: "Nothing but the tuned parameters changed",
  question: "Did every leaf of the target's configuration that the tuning did not write stay as it was?",
  motivation:
    "What changes beside the tuning, by a side effect of the target or by a hand, is part of every figure after " +
    "it, and nobody will set it again for the release.",
  remediation:
    "Find out who changes it. Where it is the target itself (a generation, a time), name it in the soak's " +
    "`alongside`; else run the soak again with the configuration to itself.",
  effort: "medium",
  sections: ["K", "O"],
  needs: [KIND.soak],
  baseline: "none",
  reasons: {
    "other-changed": "A leaf that is no parameter changed while parameters were written.",
    drifted: "A parameter changed that was not to change.",
    "changed-between": "The parameters were changed between two iterations.",
  },
  params: {},
};
