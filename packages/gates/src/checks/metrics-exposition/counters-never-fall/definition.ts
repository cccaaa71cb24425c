import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "counters-never-fall",
  title: "Counters only rise",
  question: "Does no counter, bucket or count fall from one scrape to the next, and is none below 0?",
  motivation:
    "Rates are computed from what counters rise by; a fall is taken for a restart and everything before " +
    "it is counted again. A counter that falls without one makes every rate wrong.",
  remediation:
    "Make it a gauge if it may fall. If it is summed up over parts of the program, a part that ends must " +
    "leave its share behind.",
  effort: "low",
  sections: ["N"],
  needs: [KIND.metricsExposition],
  baseline: "none",
  reasons: {
    fell: "A counter is less than in the scrape before, and the process did not begin anew.",
    impossible: "A counter is negative or no number.",
  },
  params: {},
};
