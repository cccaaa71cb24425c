import type { Gate } from "@holdpoint/core";
import { check as artifactsOfThisRun } from "../checks/automation-coverage/artifacts-of-this-run/check.ts";
import { check as artifactsSigned } from "../checks/automation-coverage/artifacts-signed/check.ts";
import { check as artifactsValid } from "../checks/automation-coverage/artifacts-valid/check.ts";
import { check as everyCheckPlanted } from "../checks/automation-coverage/every-check-planted/check.ts";
import { check as everyGateLeftArtifact } from "../checks/automation-coverage/every-gate-left-artifact/check.ts";
import { check as gatesHaveEightChecks } from "../checks/automation-coverage/gates-have-eight-checks/check.ts";
import { check as gatesNotDropped } from "../checks/automation-coverage/gates-not-dropped/check.ts";
import { check as judgedTwiceSame } from "../checks/automation-coverage/judged-twice-same/check.ts";
import { check as livePlantsCaught } from "../checks/automation-coverage/live-plants-caught/check.ts";
import { check as needsNoCiPlatform } from "../checks/automation-coverage/needs-no-ci-platform/check.ts";
import { check as requiredGatesJudged } from "../checks/automation-coverage/required-gates-judged/check.ts";
import { check as sectionsCovered } from "../checks/automation-coverage/sections-covered/check.ts";
import { check as selftestCaughtAll } from "../checks/automation-coverage/selftest-caught-all/check.ts";
import { check as selftestCurrent } from "../checks/automation-coverage/selftest-current/check.ts";
import { check as thresholdsNotLoosened } from "../checks/automation-coverage/thresholds-not-loosened/check.ts";

export const automationCoverage: Gate = {
  id: "automation-coverage",
  title: "Automation coverage",
  question: "Was everything judged that should be, by checks that are able to fail, and is the bar where it was?",
  sections: ["A", "S"],
  phase: "self",
  checks: [
    requiredGatesJudged,
    everyGateLeftArtifact,
    artifactsValid,
    artifactsOfThisRun,
    artifactsSigned,
    judgedTwiceSame,
    needsNoCiPlatform,
    everyCheckPlanted,
    selftestCaughtAll,
    selftestCurrent,
    livePlantsCaught,
    gatesHaveEightChecks,
    sectionsCovered,
    gatesNotDropped,
    thresholdsNotLoosened,
  ],
};
