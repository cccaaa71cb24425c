import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "refusals-are-problems",
  title: "What must be refused is refused, as a problem",
  question:
    "Was every call that must be refused answered with an error status, a problem document and a registered code?",
  motivation:
    'An ancestor answered "ok" for what it had not done. A program can only act on an error that it can tell from a success.',
  remediation: "Answer with the registered error; `docs/reference/errors.md` lists them.",
  effort: "medium",
  sections: ["G"],
  needs: [KIND.gatewayLive],
  baseline: "none",
  reasons: {
    "not-tried": "The drill did not try it, so nothing is known.",
    granted: "What must be refused was granted.",
    "no-problem": "A refusal is no problem document.",
    "no-code": "A refusal has no registered code.",
  },
  params: {},
};
