import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "every-component-tried",
  title: "Every part that must close was tried",
  question: "Was at least one rule tried for each part that has to refuse?",
  motivation: "A gateway that closes at its door and not at its executor is open to whoever is inside.",
  remediation: "Let the drill try at least one rule of the part that is named.",
  effort: "medium",
  sections: ["G"],
  needs: [KIND.failClosed],
  baseline: "none",
  reasons: {
    "component-untried": "No rule of a part was tried.",
  },
  params: { components: ["guardian", "approvals", "executor", "ledger", "adapters", "http", "access", "start"] },
};
