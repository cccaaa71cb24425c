import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "detector-works",
  title: "The detector finds an injected leak",
  question:
    "Was a leak that was injected found, at about its size, and a sound program not accused, in the same session?",
  motivation:
    "Detectors of leaks err in both directions, and on each machine in another way. One that was not tried beside " +
    "the subject proves nothing about it.",
  remediation:
    "Look at the self-test's readings: where the injected leak is not found, the run is too short or the machine " +
    "too busy.",
  effort: "medium",
  sections: ["K", "O"],
  needs: [KIND.resources],
  baseline: "none",
  reasons: {
    "not-tried": "The detector was not tried.",
    "leak-not-found": "The injected leak was not found.",
    "sound-accused": "A sound program was said to leak.",
    "wrong-size": "The injected leak was found at another size than it had.",
  },
  params: { wrongByPercentMax: 50 },
};
