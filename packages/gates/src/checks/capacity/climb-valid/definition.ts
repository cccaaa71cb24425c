import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "climb-valid",
  title: "The climb is worth something",
  question: "Is every climb valid, or invalid only for what an overloaded target causes after it gave way?",
  motivation:
    "A climb goes beyond the limit on purpose: a queue that is full and arrivals that never went out are " +
    "then its very finding. Lag, a lost worker or a moved clock are the generator's own.",
  remediation: "Give the generator more processor or workers, and make the climb again.",
  effort: "medium",
  sections: ["K"],
  needs: [KIND.load],
  baseline: "none",
  reasons: {
    "run-invalid": "A climb is invalid for a reason that is not the target's.",
    "gave-way-unseen": "A climb says that it was overloaded, and shows no point at which the target gave way.",
  },
  params: {
    overload: ["rate-missed", "queue-full"],
    limits: { percentile: "p95", maxMs: 1000, maxBadPercent: 1, holdS: 5 },
  },
};
