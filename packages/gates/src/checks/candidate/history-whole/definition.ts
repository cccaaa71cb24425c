import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "history-whole",
  title: "The history is whole",
  question: "Is everything there that the commit leads to?",
  motivation:
    "What is missing or broken can be neither rebuilt nor audited; a shallow clone knows neither the tags " +
    "nor the history that a release is compared with.",
  remediation: "Fetch what is missing (`git fetch --unshallow --tags`), or clone again from a whole repository.",
  effort: "low",
  sections: ["X", "D"],
  needs: [KIND.repository],
  baseline: "none",
  reasons: {
    "history-damaged": "git finds objects missing or broken.",
    "history-shallow": "The clone is shallow, and `shallow` is `refuse`.",
  },
  params: { shallow: "refuse" },
};
