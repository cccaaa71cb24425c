import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "register-readable",
  title: "Every record of an exception can be trusted",
  question: "Does everything under `governance/` that exceptions rest on verify?",
  motivation:
    "A record that does not verify is never used. An exception that quietly does not count, or an event that nobody may sign, must be told before somebody relies on it.",
  remediation:
    "Let both people sign the record, commit the keys that signed it, or take the file out with a commit that says why.",
  effort: "low",
  sections: ["A", "Y"],
  needs: [KIND.coverageExceptions],
  baseline: "none",
  reasons: { "record-untrusted": "A record of an exception or an event does not verify, or fits no exception." },
  params: {},
};
