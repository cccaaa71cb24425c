import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "artifacts-signed",
  title: "Artifacts are signed",
  question: "Does a signature that verifies stand beside every gate's artifact?",
  motivation: "An artifact that anybody could have written shows nothing to an auditor who was not there.",
  remediation: "Check that the signing key is there and readable (`holdpoint doctor`), then run again.",
  effort: "low",
  sections: ["S", "A"],
  needs: [KIND.artifacts],
  baseline: "none",
  reasons: { unsigned: "An artifact has no signature, or one that does not verify." },
  params: {},
};
