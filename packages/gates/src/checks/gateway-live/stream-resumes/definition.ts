import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "stream-resumes",
  title: "The stream tells everything, also after a cut",
  question:
    "Is an action submitted over the WebSocket acknowledged, told to its end, and what a cut swallowed sent again?",
  motivation: "A stream that loses a message over a cut is worse than none: its reader believes that nothing happened.",
  remediation: "Resume with the last id that was seen: everything after it, and nothing else, has to be sent again.",
  effort: "medium",
  sections: ["O"],
  needs: [KIND.gatewayLive],
  baseline: "none",
  reasons: {
    "not-tried": "The drill did not try it, so nothing is known.",
    "not-acknowledged": "A submission was not acknowledged.",
    "end-not-told": "The end of an action was not told.",
    "nothing-missed": "The cut swallowed nothing, so that resuming proves nothing.",
    "lost-in-the-cut": "Something that the cut swallowed was not sent again.",
    "sent-twice": "A message was sent again more than once.",
    "correlation-lost": "The messages have not the caller's correlation id.",
  },
  params: {},
};
