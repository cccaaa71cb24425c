import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "run-measured",
  title: "A load run was measured",
  question: "Is there a load run that lasted long enough and measured something?",
  motivation:
    "A gate without a run, or with one that measured nothing, has nothing to say; most load tools answer " +
    "that with exit code 0. Runs that look for a limit are judged by the gate `capacity`: those whose " +
    "arrivals all climb, and those whose id begins with `capacity`.",
  remediation: "Let the configuration's `load` make a run of at least the wanted length, or import one.",
  effort: "low",
  sections: ["K"],
  needs: [KIND.load],
  baseline: "none",
  reasons: {
    "no-run": "No load run was made that this gate judges.",
    "no-samples": "A run has no request that ended, or no time of one.",
    "id-twice": "Two runs have the same id, so only one of them would be compared.",
    "too-short": "A run was shorter than the profile asks for.",
  },
  params: { minDurationS: 10 },
};
