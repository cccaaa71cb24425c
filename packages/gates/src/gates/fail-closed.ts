import type { Gate } from "@holdpoint/core";
import { check as controlsHadEffects } from "../checks/fail-closed/controls-had-effects/check.ts";
import { check as denialsSigned } from "../checks/fail-closed/denials-signed/check.ts";
import { check as everyComponentTried } from "../checks/fail-closed/every-component-tried/check.ts";
import { check as everyRuleAnswered } from "../checks/fail-closed/every-rule-answered/check.ts";
import { check as listedRowsTried } from "../checks/fail-closed/listed-rows-tried/check.ts";
import { check as noEffects } from "../checks/fail-closed/no-effects/check.ts";
import { check as opensAgain } from "../checks/fail-closed/opens-again/check.ts";
import { check as probeWhole } from "../checks/fail-closed/probe-whole/check.ts";
import { check as receiptsLeft } from "../checks/fail-closed/receipts-left/check.ts";
import { check as refusedAgain } from "../checks/fail-closed/refused-again/check.ts";
import { check as refusedAsStated } from "../checks/fail-closed/refused-as-stated/check.ts";
import { check as requiredRulesTried } from "../checks/fail-closed/required-rules-tried/check.ts";
import { check as rulesKept } from "../checks/fail-closed/rules-kept/check.ts";
import { check as strangersRefused } from "../checks/fail-closed/strangers-refused/check.ts";
import { failClosedFacts } from "../evidence/fail-closed-rules.ts";

export const failClosed: Gate = {
  id: "fail-closed",
  title: "Fail closed",
  question:
    "Does every part of the gateway refuse, without any effect, when what it needs is missing, broken or not allowed?",
  sections: ["G", "I", "O", "P", "Y"],
  phase: "candidate",
  checks: [
    requiredRulesTried,
    listedRowsTried,
    everyComponentTried,
    everyRuleAnswered,
    refusedAsStated,
    refusedAgain,
    noEffects,
    controlsHadEffects,
    denialsSigned,
    receiptsLeft,
    strangersRefused,
    probeWhole,
    opensAgain,
    rulesKept,
  ],
  facts: failClosedFacts,
};
