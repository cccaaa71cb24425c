import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "selftest-current",
  title: "The selftest speaks of the code that judges",
  question: "Was the selftest run with exactly the code that judged this candidate?",
  motivation: "A selftest of yesterday's checks says nothing about the check that was edited this morning.",
  remediation: "Run `holdpoint selftest`, or let `holdpoint promote` run it: it does so whenever the digests differ.",
  effort: "low",
  sections: ["S"],
  needs: [KIND.selftest],
  baseline: "none",
  reasons: { "other-code": "The selftest was run with other code than judges now." },
  params: {},
};
