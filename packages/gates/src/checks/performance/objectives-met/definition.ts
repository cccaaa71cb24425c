import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "objectives-met",
  title: "Every objective is met",
  question: "Was no objective of any load run missed?",
  motivation:
    "The objectives are what the service promises. They were judged inside the run, on phases, endpoints " +
    "and windows; here the release is held to them.",
  remediation:
    "Look at the objective's windows and at the run's chart: find the phase in which it was missed, and " +
    "what the target did then.",
  effort: "high",
  sections: ["K"],
  needs: [KIND.load],
  baseline: "none",
  reasons: {
    missed: "An objective was missed.",
    "none-decided": "No objective was decided, so that none was met.",
  },
  params: {},
};
