import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "guards-respected",
  title: "The tuning kept to its guards",
  question:
    "Replayed from the record, did every change keep to bounds, step, cooldown, one subsystem an iteration, and " +
    "freezes?",
  motivation:
    "Guards that are only configured protect nobody: an ancestor's debounce never opened, and its monotone ramp " +
    "counted as oscillation.",
  remediation: "Report it: with these records the tuning did what its plan forbids.",
  effort: "high",
  sections: ["K", "O"],
  needs: [KIND.soak],
  baseline: "none",
  reasons: {
    "frozen-changed": "A change was let through in a subsystem that was frozen.",
    "never-frozen": "A subsystem was frozen that must never be.",
    "several-subsystems": "One iteration changed several subsystems.",
    "cooldown-broken": "A parameter was changed again before it had rested.",
    "step-too-large": "A change was larger than one step.",
    "out-of-bounds": "A parameter was set outside of its bounds.",
    "unknown-parameter": "A parameter was changed that the plan does not have.",
    "changed-while-off": "A change was let through although tuning was off.",
  },
  params: {},
};
