import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "artifacts-of-this-run",
  title: "Artifacts are of this run and candidate",
  question: "Was every gate's artifact written by this run, for this commit, just now?",
  motivation: "The artifact of an earlier green run is valid, signed and in the right folder. It is only not this one.",
  remediation: "Delete `reports/audit/` and run again; look for whatever copies artifacts between runs.",
  effort: "low",
  sections: ["S"],
  needs: [KIND.plan, KIND.artifacts],
  baseline: "none",
  reasons: {
    "other-run": "An artifact names another run.",
    "other-commit": "An artifact names another commit.",
    "not-fresh": "An artifact says no instant of judgement, or one too long ago or in the future.",
  },
  params: { maxAgeMs: 3_600_000 },
};
