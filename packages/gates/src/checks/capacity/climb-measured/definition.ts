import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "climb-measured",
  title: "A climb was measured",
  question: "Is there a load run that climbs, or runs of several rates, with enough points and whole counts?",
  motivation:
    "Capacity is where the target gives way; a run at one rate only says that it is not below. Runs are " +
    "this gate's whose arrivals are all `ramp` or `steps`, or whose id is `capacity` or begins with " +
    "`capacity-`.",
  remediation: "Let the configuration's `load` make a run with `steps` beyond the rate that is needed.",
  effort: "low",
  sections: ["K"],
  needs: [KIND.load],
  baseline: "none",
  reasons: {
    "no-climb": "No load run climbs.",
    "too-few-points": "A climb has fewer points than the profile asks for.",
    "counts-wrong": "A run of the climb leaves a part of itself out, or its counts do not add up.",
  },
  params: { minPoints: 5 },
};
