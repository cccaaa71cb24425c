import type { Check, CheckInput, Finding, GatewayLiveBody, GatewayRestart } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { TriedRule } from "../../../evidence/tried.ts";
import { concludeTried } from "../../../evidence/tried.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const RULES: readonly TriedRule<GatewayRestart>[] = [
  {
    code: "nothing-compared",
    text: "compared nothing",
    flip: "would be judged with 1 answer compared",
    offends: (one) => one.compared === 0,
    outcome: "missing",
  },
  {
    code: "answer-changed",
    text: "changed answers",
    flip: "would pass if every answer were the same",
    offends: (one) => one.differing.length > 0,
  },
  {
    code: "effect-repeated",
    text: "repeated an effect",
    flip: "would pass with as many effects as before",
    offends: (one) => one.effectsAfter > one.effectsBefore,
  },
  {
    code: "log-shorter",
    text: "lost records",
    flip: "would pass with at least as many records",
    offends: (one) => one.ledgerSizeAfter < one.ledgerSizeBefore,
  },
];

function judge(input: CheckInput): Finding {
  const tried = bodiesOf<GatewayLiveBody>(input, KIND.gatewayLive).flatMap((body) => body.restarts);
  return concludeTried(tried, {
    noun: "restart",
    passed: "kept everything",
    name: (one) => `${one.differing.length} of ${one.compared} answers differ`,
    rules: RULES,
  });
}
