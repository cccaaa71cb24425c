import type { Gate } from "@holdpoint/core";
import { check as callsAnsweredAsDocumented } from "../checks/gateway-live/calls-answered-as-documented/check.ts";
import { check as correlationFoundAgain } from "../checks/gateway-live/correlation-found-again/check.ts";
import { check as endsAgree } from "../checks/gateway-live/ends-agree/check.ts";
import { check as endsAllReached } from "../checks/gateway-live/ends-all-reached/check.ts";
import { check as everyRouteCalled } from "../checks/gateway-live/every-route-called/check.ts";
import { check as healthAnswers } from "../checks/gateway-live/health-answers/check.ts";
import { check as keysExecuteOnce } from "../checks/gateway-live/keys-execute-once/check.ts";
import { check as lettersForTheDeadOnly } from "../checks/gateway-live/letters-for-the-dead-only/check.ts";
import { check as metricsAgree } from "../checks/gateway-live/metrics-agree/check.ts";
import { check as oneReceiptEach } from "../checks/gateway-live/one-receipt-each/check.ts";
import { check as proofsVerify } from "../checks/gateway-live/proofs-verify/check.ts";
import { check as refusalsAreProblems } from "../checks/gateway-live/refusals-are-problems/check.ts";
import { check as restartKeepsEverything } from "../checks/gateway-live/restart-keeps-everything/check.ts";
import { check as streamResumes } from "../checks/gateway-live/stream-resumes/check.ts";
import { check as successesSucceed } from "../checks/gateway-live/successes-succeed/check.ts";

export const gatewayLive: Gate = {
  id: "gateway-live",
  title: "Gateway, live",
  question: "Does a real gateway answer on every route, bring actions to every end and forget nothing?",
  sections: ["G", "N", "O"],
  phase: "candidate",
  checks: [
    everyRouteCalled,
    callsAnsweredAsDocumented,
    successesSucceed,
    refusalsAreProblems,
    endsAllReached,
    endsAgree,
    oneReceiptEach,
    lettersForTheDeadOnly,
    proofsVerify,
    correlationFoundAgain,
    keysExecuteOnce,
    restartKeepsEverything,
    healthAnswers,
    metricsAgree,
    streamResumes,
  ],
};
