import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "target-is-real",
  title: "The soak ran against something real",
  question: "Is what was soaked a real system, and not a simulation?",
  motivation:
    "A simulation shows that the tooling works. Its figures are as good as whoever wrote it wanted them, and say " +
    "nothing of the service.",
  remediation:
    "Soak the service itself, or take the gate out of the release profile and run it in one that does not block.",
  effort: "medium",
  sections: ["K", "O"],
  needs: [KIND.soak],
  baseline: "none",
  reasons: {
    synthetic: "The target of a soak says of itself that it is a simulation.",
  },
  params: {},
};
