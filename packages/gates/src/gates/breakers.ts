import type { Gate } from "@holdpoint/core";
import { check as accountsAgree } from "../checks/breakers/accounts-agree/check.ts";
import { check as neighboursUnaffected } from "../checks/breakers/neighbours-unaffected/check.ts";
import { check as oneProbeAtATime } from "../checks/breakers/one-probe-at-a-time/check.ts";
import { check as openTouchesNothing } from "../checks/breakers/open-touches-nothing/check.ts";
import { check as opensOnErrorAnswers } from "../checks/breakers/opens-on-error-answers/check.ts";
import { check as opensOnSlowCalls } from "../checks/breakers/opens-on-slow-calls/check.ts";
import { check as recoversByItself } from "../checks/breakers/recovers-by-itself/check.ts";
import { check as resetIsRecorded } from "../checks/breakers/reset-is-recorded/check.ts";
import { check as stuckProbeEnds } from "../checks/breakers/stuck-probe-ends/check.ts";
import { check as survivesRestart } from "../checks/breakers/survives-restart/check.ts";

export const breakers: Gate = {
  id: "breakers",
  title: "Breakers",
  question: "Do breakers open on real faults, spare the upstream, and recover without help?",
  sections: ["O"],
  phase: "candidate",
  checks: [
    opensOnErrorAnswers,
    opensOnSlowCalls,
    openTouchesNothing,
    oneProbeAtATime,
    recoversByItself,
    stuckProbeEnds,
    survivesRestart,
    resetIsRecorded,
    accountsAgree,
    neighboursUnaffected,
  ],
};
