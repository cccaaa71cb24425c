import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "governance-verifies",
  title: "Governance records verify",
  question: "Does every waiver, pin, key and promotion under `governance/` verify?",
  motivation:
    "What people decided travels with the code. A record that does not verify is never used, and whoever relies on it " +
    "must be told so instead of finding out at the next hold.",
  remediation:
    "Sign the record again with a key that is under `governance/keys/`, or delete it with a commit that says why.",
  effort: "low",
  sections: ["Y"],
  needs: [KIND.ledger],
  baseline: "none",
  reasons: { "record-rejected": "A governance record does not verify and is not used." },
  params: {},
};
