import type { Gate } from "@holdpoint/core";
import { check as directAsPromoted } from "../checks/dependencies/direct-as-promoted/check.ts";
import { check as everyDirectLocked } from "../checks/dependencies/every-direct-locked/check.ts";
import { check as exactPins } from "../checks/dependencies/exact-pins/check.ts";
import { check as installRecordUnchanged } from "../checks/dependencies/install-record-unchanged/check.ts";
import { check as installedMatchesLock } from "../checks/dependencies/installed-matches-lock/check.ts";
import { check as integrityEverywhere } from "../checks/dependencies/integrity-everywhere/check.ts";
import { check as licencesAllowed } from "../checks/dependencies/licences-allowed/check.ts";
import { check as lockfileCurrent } from "../checks/dependencies/lockfile-current/check.ts";
import { check as manifestAgrees } from "../checks/dependencies/manifest-agrees/check.ts";
import { check as noDuplicateDirect } from "../checks/dependencies/no-duplicate-direct/check.ts";
import { check as noInstallScripts } from "../checks/dependencies/no-install-scripts/check.ts";
import { check as nothingExtraneous } from "../checks/dependencies/nothing-extraneous/check.ts";
import { check as sbomComplete } from "../checks/dependencies/sbom-complete/check.ts";
import { dependencyFacts } from "../evidence/dependency-facts.ts";

export const dependencies: Gate = {
  id: "dependencies",
  title: "Dependencies",
  question: "Is everything that the candidate is built from known, bound, allowed, and really what is installed?",
  sections: ["R"],
  phase: "candidate",
  checks: [
    lockfileCurrent,
    everyDirectLocked,
    manifestAgrees,
    exactPins,
    integrityEverywhere,
    installedMatchesLock,
    nothingExtraneous,
    installRecordUnchanged,
    licencesAllowed,
    noInstallScripts,
    sbomComplete,
    noDuplicateDirect,
    directAsPromoted,
  ],
  facts: dependencyFacts,
};
