import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "all-iterations-done",
  title: "Every planned iteration was done",
  question: "Was the soak run to its end, with every iteration there, numbered and in order of time?",
  motivation:
    "A soak that was cut short ends before what it was to find, and one with holes has lost the iterations that " +
    "went wrong.",
  remediation: "Run it to its end; look at why it was aborted.",
  effort: "low",
  sections: ["K", "O"],
  needs: [KIND.soak],
  baseline: "none",
  reasons: {
    aborted: "A soak was aborted.",
    "iterations-missing": "Fewer iterations are there than were planned.",
    "out-of-order": "Iterations are not numbered from 1 on, or overlap in time.",
    "nothing-planned": "A soak planned no iteration.",
  },
  params: {},
};
