import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "lockfile-current",
  title: "The lockfile is of a current format and locks something",
  question: "Is the lockfile of a format that binds every package, and does it hold any?",
  motivation:
    "Old formats lack what the other checks compare; a lockfile without packages beside a manifest that asks " +
    "for some binds nothing.",
  remediation: "Rewrite the lockfile with a current npm (`npm install --package-lock-only`) and commit it.",
  effort: "low",
  sections: ["R"],
  needs: [KIND.dependencies],
  baseline: "none",
  reasons: {
    "format-too-old": "The format of the lockfile is below `versionMin`.",
    "nothing-locked": "The manifests ask for packages, and the lockfile holds none.",
  },
  params: { versionMin: 2 },
};
