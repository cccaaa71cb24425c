import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "faults-bounded",
  title: "Most of the steady part was undisturbed",
  question: "Is the share of the steady part in which faults were injected or the process restarted within its bound?",
  motivation:
    "What happens during a fault is skipped, so that a process which restarts all the time is never seen to grow: " +
    "the restarts are how it hides.",
  remediation: "Find out why the process restarted; inject faults in a run of their own.",
  effort: "medium",
  sections: ["O"],
  needs: [KIND.resources],
  baseline: "none",
  reasons: {
    "too-much-faulted": "A larger share of the steady part was disturbed than may be.",
    "too-many-faults": "The steady part was disturbed more often than it may be.",
    "no-steady-part": "Nothing was read after warm-up.",
  },
  params: { faultedPercentMax: 25, faultsMax: 3 },
};
