import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "needs-no-ci-platform",
  title: "Nothing needs a CI platform",
  question: "Were the suites run and the evidence judged without anything that only a CI platform provides?",
  motivation:
    "A verdict that only one vendor's machines can produce cannot be repeated by the person on call, by an auditor, " +
    "or after the vendor is gone.",
  remediation:
    "Find what reads the platform's variables and give it a parameter of its own. " +
    "Variables that the operating system itself sets are named in `systemVariables`.",
  effort: "medium",
  sections: ["S"],
  needs: [KIND.rejudgement],
  baseline: "none",
  reasons: {
    "judged-with-variables": "The second judgement was given variables of an environment.",
    "no-suite-ran": "No suite was run by Holdpoint, so that independence is shown for the judging only.",
  },
  params: { systemVariables: ["__CF_USER_TEXT_ENCODING", "SYSTEMROOT"] },
};
