import type { Gate } from "@holdpoint/core";
import { check as answersHaveRegisteredCodes } from "../checks/error-taxonomy/answers-have-registered-codes/check.ts";
import { check as codesAsExpected } from "../checks/error-taxonomy/codes-as-expected/check.ts";
import { check as codesKept } from "../checks/error-taxonomy/codes-kept/check.ts";
import { check as everyCodeDocumented } from "../checks/error-taxonomy/every-code-documented/check.ts";
import { check as everyCodeProvoked } from "../checks/error-taxonomy/every-code-provoked/check.ts";
import { check as everyProvocationAnswered } from "../checks/error-taxonomy/every-provocation-answered/check.ts";
import { check as noneUnforeseen } from "../checks/error-taxonomy/none-unforeseen/check.ts";
import { check as nothingGivenAway } from "../checks/error-taxonomy/nothing-given-away/check.ts";
import { check as problemsWhole } from "../checks/error-taxonomy/problems-whole/check.ts";
import { check as provokedEnough } from "../checks/error-taxonomy/provoked-enough/check.ts";
import { check as retryAfterGiven } from "../checks/error-taxonomy/retry-after-given/check.ts";
import { check as retryableAgrees } from "../checks/error-taxonomy/retryable-agrees/check.ts";
import { check as servesAfterwards } from "../checks/error-taxonomy/serves-afterwards/check.ts";
import { check as statusesAgree } from "../checks/error-taxonomy/statuses-agree/check.ts";
import { check as statusesDocumented } from "../checks/error-taxonomy/statuses-documented/check.ts";
import { errorTaxonomyFacts } from "../evidence/error-taxonomies.ts";

export const errorTaxonomy: Gate = {
  id: "error-taxonomy",
  title: "Error taxonomy",
  question:
    "Is every error that the running gateway can be made to give registered, documented, whole and the right one?",
  sections: ["F", "G", "O", "P", "T"],
  phase: "candidate",
  checks: [
    provokedEnough,
    everyProvocationAnswered,
    answersHaveRegisteredCodes,
    codesAsExpected,
    problemsWhole,
    statusesAgree,
    retryableAgrees,
    retryAfterGiven,
    everyCodeProvoked,
    everyCodeDocumented,
    statusesDocumented,
    nothingGivenAway,
    noneUnforeseen,
    servesAfterwards,
    codesKept,
  ],
  facts: errorTaxonomyFacts,
};
