import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "not-on-critical",
  title: "No exception weakens a critical component",
  question: "Is every open exception outside of the components that are critical?",
  motivation:
    "What is called critical has a floor of its own because a gap there costs most. An exception there needs a line in the profile, where everybody sees it.",
  remediation: "Cover the lines. If it must be, name the component in `allowOnCritical` of the profile.",
  effort: "high",
  sections: ["A", "L", "P"],
  needs: [KIND.coverageExceptions],
  baseline: "none",
  reasons: { "on-critical": "An open exception is about a file of a critical component that asks for the metric." },
  params: { components: [], allowOnCritical: [] },
};
