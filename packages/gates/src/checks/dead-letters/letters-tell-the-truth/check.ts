import type { Check, CheckInput, Finding, DeadLettersBody, DeathSeen } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { TriedRule } from "../../../evidence/tried.ts";
import { concludeTried } from "../../../evidence/tried.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const RULES: readonly TriedRule<DeathSeen>[] = [
  {
    code: "class-differs",
    text: "with another class",
    flip: "would pass with the action's class",
    offends: (one) => one.letterClass !== one.failureClass,
  },
  {
    code: "digest-differs",
    text: "with another digest",
    flip: "would pass with the action's digest",
    offends: (one) => one.letterDigest !== one.actionDigest || one.actionDigest === "",
  },
  {
    code: "correlation-differs",
    text: "with another correlation id",
    flip: "would pass with the id that was sent",
    offends: (one) => one.letterCorrelation !== one.correlation,
  },
  {
    code: "trace-differs",
    text: "with another trace",
    flip: "would pass with the action's trace",
    offends: (one) => one.letterTraceparent !== one.traceparent || one.traceparent === "",
  },
];

function judge(input: CheckInput): Finding {
  const tried = bodiesOf<DeadLettersBody>(input, KIND.deadLetters).flatMap((body) => body.deaths);
  return concludeTried(tried, {
    noun: "letter",
    passed: "true to its action",
    name: ({ failureClass, action }) => `${failureClass}, ${action}`,
    rules: RULES,
  });
}
