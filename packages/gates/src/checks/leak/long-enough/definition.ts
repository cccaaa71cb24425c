import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "long-enough",
  title: "The steady part is long enough",
  question: "Is the part after warm-up long enough, and looked at often enough, to tell growth from noise?",
  motivation: "What a minute cannot show, a day will. A limit per 24 hours that is judged on a few seconds is a guess.",
  remediation:
    "Run longer, read more often, or shorten the warm-up. Where only a short run is wanted, set `steadyMsMin` and " +
    "give the other checks a larger `resolution`.",
  effort: "low",
  sections: ["K", "O"],
  needs: [KIND.resources],
  baseline: "none",
  reasons: {
    "too-short": "The steady part of a subject is shorter than it must be.",
    "too-sparse": "A subject was looked at too seldom in its steady part.",
    "no-steady-part": "Nothing was read after warm-up.",
  },
  params: { steadyMsMin: 10_000, readingsMin: 100 },
};
