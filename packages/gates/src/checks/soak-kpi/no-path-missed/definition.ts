import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "no-path-missed",
  title: "Every parameter is where the plan says",
  question: "Was every path that the tuning named found in the target's configuration, with its type?",
  motivation: "A change to a path that nobody reads is stored, answered with success, and does nothing.",
  remediation: "Correct the path or the type in the plan.",
  effort: "low",
  sections: ["K", "O"],
  needs: [KIND.soak],
  baseline: "none",
  reasons: {
    "path-missed": "A path was not found in the target's configuration.",
    "type-changed": "A leaf had another type after it was written.",
    unreadable: "A leaf could not be read back.",
  },
  params: {},
};
