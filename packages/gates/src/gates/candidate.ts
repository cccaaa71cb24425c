import type { Gate } from "@holdpoint/core";
import { check as changelogNamesVersion } from "../checks/candidate/changelog-names-version/check.ts";
import { check as cleanTree } from "../checks/candidate/clean-tree/check.ts";
import { check as commitIsCandidate } from "../checks/candidate/commit-is-candidate/check.ts";
import { check as evidenceBound } from "../checks/candidate/evidence-bound/check.ts";
import { check as historyWhole } from "../checks/candidate/history-whole/check.ts";
import { check as noHiddenChanges } from "../checks/candidate/no-hidden-changes/check.ts";
import { check as noTrackedIgnored } from "../checks/candidate/no-tracked-ignored/check.ts";
import { check as noUnfinishedOperation } from "../checks/candidate/no-unfinished-operation/check.ts";
import { check as submodulesClean } from "../checks/candidate/submodules-clean/check.ts";
import { check as tagAbsentOrHere } from "../checks/candidate/tag-absent-or-here/check.ts";
import { check as versionMovedOn } from "../checks/candidate/version-moved-on/check.ts";
import { check as versionsAgree } from "../checks/candidate/versions-agree/check.ts";
import { candidateFacts } from "../evidence/candidate-facts.ts";

export const candidate: Gate = {
  id: "candidate",
  title: "Candidate",
  question: "Is it certain what is to be released, and is everything that was judged about exactly that?",
  sections: ["X", "D"],
  phase: "candidate",
  checks: [
    commitIsCandidate,
    cleanTree,
    noHiddenChanges,
    noUnfinishedOperation,
    historyWhole,
    submodulesClean,
    evidenceBound,
    versionsAgree,
    changelogNamesVersion,
    tagAbsentOrHere,
    versionMovedOn,
    noTrackedIgnored,
  ],
  facts: candidateFacts,
};
