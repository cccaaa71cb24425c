import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "controls-had-effects",
  title: "The target really counts",
  question: "Did the same call have its effect when it was not harmed?",
  motivation:
    "Zero effects at a target that never counts anything is no evidence. The unharmed call shows that the " +
    "way was open.",
  remediation:
    "Look at the drill: the target is not the one that the call goes to, or the unharmed call is refused as well.",
  effort: "medium",
  sections: ["G"],
  needs: [KIND.failClosed],
  baseline: "none",
  reasons: {
    "control-absent": "Effects were counted and no unharmed call was made.",
    "control-without-effect": "The unharmed call had no effect either.",
    "nothing-counted": "No effects were counted at all.",
  },
  params: {},
};
