import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "gates-have-eight-checks",
  title: "Every gate has at least eight checks",
  question: "Does every gate of the profile ask at least eight questions, and name the audit sections it speaks for?",
  motivation: "A gate with one check is a check with a grand name: a single edit makes it say nothing.",
  remediation: "Add checks (`npm run new check`), or fold the gate into another.",
  effort: "medium",
  sections: ["S"],
  needs: [KIND.plan],
  baseline: "none",
  reasons: {
    "too-few-checks": "A gate of the profile has fewer checks than wanted.",
    "no-section": "A gate of the profile speaks for no audit section.",
  },
  params: { min: 8 },
};
