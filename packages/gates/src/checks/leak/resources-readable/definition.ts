import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "resources-readable",
  title: "The resources that must be watched were read",
  question: "Was each wanted resource read, nearly every time, and in order of time?",
  motivation: "A reading that fails is no zero. What was not read is easily taken for what does not grow.",
  remediation:
    "Give the drill the process id of the subject, on the same machine and of the same user; heap and handles " +
    "come from its metrics page.",
  effort: "low",
  sections: ["K", "O"],
  needs: [KIND.resources],
  baseline: "none",
  reasons: {
    "not-read": "A wanted resource was not read at all.",
    "readings-failed": "More readings failed than may.",
    "told-twice": "A resource stands there twice, so only one of the two would be judged.",
    "reads-nothing": "Every reading of a wanted resource is 0, which no process is.",
    "part-unread": "A stretch of the steady part has no reading of a wanted resource.",
    "time-not-rising": "The readings are not in order of time, or are no numbers.",
  },
  params: { wanted: ["rss", "descriptors"], failedPercentMax: 1, unreadPercentMax: 10 },
};
