import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "trust-enough",
  title: "The tool measures what a user waits for",
  question: "Does every run come from an open model that measures from the intended send?",
  motivation:
    "A closed model, or a clock that starts when the request goes out, waits together with a server that " +
    "stands still: with a server frozen one second in ten four of five tools say 6 to 8 ms where users " +
    "wait 905 ms. Such figures do not decide unless the profile says so.",
  remediation:
    "Let Holdpoint make the load. Where another tool's figures must do, name their kind in `accept`: they" +
    " then decide as they are, and say so.",
  effort: "medium",
  sections: ["K"],
  needs: [KIND.load],
  baseline: "none",
  reasons: {
    "model-contradicts": "A run is called open, and its own terms say that it is not.",
    "not-trusted": "A run was measured in a way that hides waiting, and the profile does not accept that.",
  },
  params: { accept: ["open-both-clocks"] },
};
