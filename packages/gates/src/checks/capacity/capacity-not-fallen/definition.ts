import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "capacity-not-fallen",
  title: "Capacity did not fall since the last promotion",
  question: "Does every climb hold nearly the rate that it held at the last promotion?",
  motivation: "Capacity is lost one release at a time, far above what is needed, until the headroom is gone.",
  remediation: "Compare the two climbs. For one promotion after a change of plan or machine say `otherTerms: accept`.",
  effort: "high",
  sections: ["K"],
  needs: [KIND.load],
  baseline: "required",
  reasons: {
    fell: "Less is held than at the last promotion, by more than the tolerance.",
    "climb-gone": "A climb of the last promotion was not made again.",
    "other-terms": "A climb was made by another plan or on another machine than then.",
    "baseline-silent": "The last promotion judged by this check left no figures.",
  },
  params: {
    tolerancePercent: 10,
    otherTerms: "refuse",
    limits: { percentile: "p95", maxMs: 1000, maxBadPercent: 1, holdS: 5 },
  },
};
