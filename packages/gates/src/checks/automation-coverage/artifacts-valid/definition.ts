import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "artifacts-valid",
  title: "Artifacts validate against the published schema",
  question: "Is every gate's artifact readable, and does it validate against the published JSON Schema?",
  motivation: "An artifact that other tools cannot read is none. A truncated one could say anything.",
  remediation: "Look at the named place in the artifact; if it was written like that, it is a defect of Holdpoint.",
  effort: "low",
  sections: ["S"],
  needs: [KIND.artifacts],
  baseline: "none",
  reasons: {
    unreadable: "An artifact is not there, or not readable as JSON.",
    "schema-broken": "An artifact does not validate against the schema.",
  },
  params: {},
};
