import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "probe-whole",
  title: "The shipped program was probed whole",
  question: "Did the probes inside the shipped program run to their end, all that were announced?",
  motivation:
    "What cannot be reached from outside is harmed inside: permits, signatures, commits. A probe that " +
    "dies half way would leave out the rest without a word.",
  remediation: "Run `holdpoint gateway probe --json` and look at its end.",
  effort: "medium",
  sections: ["G"],
  needs: [KIND.failClosed],
  baseline: "none",
  reasons: {
    "probe-absent": "No probe was announced.",
    "probe-failed": "The program that probes did not end with 0.",
    "probe-short": "Fewer probes came back than were announced.",
  },
  params: {},
};
