import type { Gate } from "@holdpoint/core";
import { check as capacityNotFallen } from "../checks/capacity/capacity-not-fallen/check.ts";
import { check as climbMeasured } from "../checks/capacity/climb-measured/check.ts";
import { check as climbTrusted } from "../checks/capacity/climb-trusted/check.ts";
import { check as climbValid } from "../checks/capacity/climb-valid/check.ts";
import { check as generatorNotSaturated } from "../checks/capacity/generator-not-saturated/check.ts";
import { check as kneeNotReached } from "../checks/capacity/knee-not-reached/check.ts";
import { check as lagSmall } from "../checks/capacity/lag-small/check.ts";
import { check as limitFound } from "../checks/capacity/limit-found/check.ts";
import { check as noCollapse } from "../checks/capacity/no-collapse/check.ts";
import { check as noEarlyErrors } from "../checks/capacity/no-early-errors/check.ts";
import { check as queueBounded } from "../checks/capacity/queue-bounded/check.ts";
import { check as rateHeld } from "../checks/capacity/rate-held/check.ts";
import { check as recovers } from "../checks/capacity/recovers/check.ts";
import { capacityFacts } from "../evidence/capacity-facts.ts";

export const capacity: Gate = {
  id: "capacity",
  title: "Capacity",
  question: "How much does the candidate hold, is that enough, and how does it behave beyond that?",
  sections: ["K"],
  phase: "candidate",
  checks: [
    climbMeasured,
    climbTrusted,
    climbValid,
    generatorNotSaturated,
    lagSmall,
    limitFound,
    rateHeld,
    queueBounded,
    noEarlyErrors,
    kneeNotReached,
    noCollapse,
    recovers,
    capacityNotFallen,
  ],
  facts: capacityFacts,
};
