import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "live-plants-caught",
  title: "Real harm was caught by every gate",
  question: "Was at least one really harmed file, repository or ledger caught by every gate, the whole way?",
  motivation:
    "A check can be right about made-up evidence while the collector before it never brings the harm. " +
    "Only harm that goes through collector, check and gate shows that they fit together.",
  remediation: "Run `holdpoint selftest` and look at the live plant that is missing or was let through.",
  effort: "high",
  sections: ["S"],
  needs: [KIND.plan, KIND.selftest],
  baseline: "none",
  reasons: {
    "no-live-plant": "A gate of the profile has no live plant.",
    "live-missed": "A live plant was not caught for its reason.",
  },
  params: { exempt: ["automation-coverage"] },
};
