import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "letters-tell-the-truth",
  title: "Letters tell what happened",
  question: "Does every letter name the class, the arguments' digest, the correlation id and the trace of its action?",
  motivation: "A letter is all that the person on call has. One wrong member, and they look for another request.",
  remediation: "Compare the named letter with its action: both have to be made from one transition.",
  effort: "medium",
  sections: ["V"],
  needs: [KIND.deadLetters],
  baseline: "none",
  reasons: {
    "not-tried": "The drill did not try it, so nothing is known.",
    "class-differs": "A letter names another failure class.",
    "digest-differs": "A letter names other arguments.",
    "correlation-differs": "A letter names another correlation id.",
    "trace-differs": "A letter names another trace.",
  },
  params: {},
};
