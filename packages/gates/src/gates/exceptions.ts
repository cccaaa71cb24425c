import type { Gate } from "@holdpoint/core";
import { check as approvedByOther } from "../checks/exceptions/approved-by-other/check.ts";
import { check as fileExists } from "../checks/exceptions/file-exists/check.ts";
import { check as noExceptionUnneeded } from "../checks/exceptions/no-exception-unneeded/check.ts";
import { check as noMoreThanDecided } from "../checks/exceptions/no-more-than-decided/check.ts";
import { check as noOverlap } from "../checks/exceptions/no-overlap/check.ts";
import { check as noneLost } from "../checks/exceptions/none-lost/check.ts";
import { check as notExpired } from "../checks/exceptions/not-expired/check.ts";
import { check as notOnCritical } from "../checks/exceptions/not-on-critical/check.ts";
import { check as ownerNamed } from "../checks/exceptions/owner-named/check.ts";
import { check as rationaleAndMitigation } from "../checks/exceptions/rationale-and-mitigation/check.ts";
import { check as registerCurrent } from "../checks/exceptions/register-current/check.ts";
import { check as registerReadable } from "../checks/exceptions/register-readable/check.ts";
import { check as reviewNotDue } from "../checks/exceptions/review-not-due/check.ts";
import { check as withinExemptedLimit } from "../checks/exceptions/within-exempted-limit/check.ts";
import { exceptionFacts } from "../evidence/exception-facts.ts";
import { exceptionFigures } from "../evidence/exception-figures.ts";

export const exceptions: Gate = {
  id: "exceptions",
  title: "Coverage exceptions",
  question: "Does somebody answer for everything that may stay below its floor, for a while and within limits?",
  sections: ["A", "L", "P", "T", "Y"],
  phase: "candidate",
  checks: [
    registerReadable,
    ownerNamed,
    rationaleAndMitigation,
    approvedByOther,
    notExpired,
    reviewNotDue,
    fileExists,
    noOverlap,
    notOnCritical,
    withinExemptedLimit,
    noMoreThanDecided,
    noExceptionUnneeded,
    registerCurrent,
    noneLost,
  ],
  facts: exceptionFacts,
  figures: exceptionFigures,
};
