import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "sbom-complete",
  title: "The bill of materials is complete",
  question: "Does the SBOM have one component for every locked package?",
  motivation:
    "A bill of materials that leaves something out is worse than none: whoever searches it for a vulnerable " +
    "package finds nothing and believes it.",
  remediation: "This is a defect of the collector or of the lockfile; report the entries that have no component.",
  effort: "low",
  sections: ["R"],
  needs: [KIND.dependencies],
  baseline: "none",
  reasons: {
    "components-differ": "The SBOM has more or fewer components than the lockfile has packages.",
    "digest-unreadable": "The SBOM has no SHA-256 digest.",
  },
  params: {},
};
