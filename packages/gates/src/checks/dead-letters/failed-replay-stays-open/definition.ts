import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "failed-replay-stays-open",
  title: "A failed replay leaves the letter open",
  question: "Is a letter still open when its replay failed as well?",
  motivation: "In an ancestor a failed replay marked the letter as replayed, and the failure was gone.",
  remediation: "Only a replay that succeeded may close the letter.",
  effort: "medium",
  sections: ["G"],
  needs: [KIND.deadLetters],
  baseline: "none",
  reasons: {
    "not-tried": "The drill did not try it, so nothing is known.",
    "did-not-fail": "The replay against a failing upstream did not fail.",
    "closed-by-failure": "A failed replay closed the letter.",
  },
  params: {},
};
