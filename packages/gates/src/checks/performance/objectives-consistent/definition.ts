import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "objectives-consistent",
  title: "What was decided follows from its own figures",
  question: "Does every met objective's own figure meet its bound, on enough samples?",
  motivation:
    "A result is only as good as whoever wrote it. Each objective carries the figures that it was decided" +
    " by, so that a pass that does not follow from them is found.",
  remediation:
    "Make the run again with a generator that was not changed; figures were edited, or a tool judged by other rules.",
  effort: "medium",
  sections: ["K"],
  needs: [KIND.load],
  baseline: "none",
  reasons: {
    contradicts: "An objective is called met although its own figures miss it.",
    "few-samples": "An objective is called met on fewer samples than it wants.",
  },
  params: {},
};
