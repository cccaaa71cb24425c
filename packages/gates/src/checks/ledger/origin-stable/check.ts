import type { Check, CheckInput, Finding } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { ledgers, originAtPromotion } from "../../../evidence/ledgers.ts";
import { withoutFacts } from "../../../inherit.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const logs = ledgers(input);
  const before = originAtPromotion(input);
  if (before === null) return withoutFacts(input, "ledger", definition.id, "its ledger's origin");
  const problems = logs.filter((log) => log.origin !== before).map((log) => changed(before, log.origin));
  return conclude(problems, { reason: `the origin is ${before} still`, observed: before, threshold: before });
}

function changed(before: string, now: string): Problem {
  return {
    outcome: "warn",
    code: "origin-changed",
    text: `the log is ${now} now and was ${before} at the last promotion`,
    observed: now,
    threshold: before,
    flip: `would pass with the origin ${before}`,
  };
}
