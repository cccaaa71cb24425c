import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "retry-after-given",
  title: "Who shall wait is told how long",
  question: "Does every refusal for lack of room say after how many seconds to come back?",
  motivation: "Without `Retry-After` every client chooses its own pause, and the shortest one wins.",
  remediation: "Give the error its seconds where it is thrown; the header is a whole number of seconds, at least 1.",
  effort: "low",
  sections: ["F"],
  needs: [KIND.errorTaxonomy],
  baseline: "none",
  reasons: {
    "retry-after-absent": "An answer that asks to come back later does not say when.",
    "retry-after-malformed": "`Retry-After` is not a whole number of seconds from 1 to a day.",
  },
  params: { statuses: [429, 503] },
};
