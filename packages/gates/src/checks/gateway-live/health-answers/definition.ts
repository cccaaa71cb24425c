import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "health-answers",
  title: "Health and metrics answer",
  question: "Do `/livez`, `/readyz` and `/metrics` answer 200, each in its form?",
  motivation:
    "An orchestrator and a scraper know nothing else of the gateway. Text that does not parse is dropped without a word.",
  remediation: "Ask the named path and correct what the problem says.",
  effort: "medium",
  sections: ["N"],
  needs: [KIND.gatewayLive],
  baseline: "none",
  reasons: {
    "not-tried": "The drill did not try it, so nothing is known.",
    "not-healthy": "A healthy gateway does not say that it is.",
    malformed: "An answer is not of its form.",
  },
  params: { paths: ["/livez", "/readyz", "/metrics"] },
};
