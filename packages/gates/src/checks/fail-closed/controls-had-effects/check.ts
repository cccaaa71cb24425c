import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { triedRules } from "../../../evidence/fail-closed-rules.ts";
import { offence } from "../../../evidence/offence.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const counted = triedRules(input).filter(({ effects }) => effects !== null);
  const problems = [
    ...offence(counted.length === 0 ? ["every rule"] : [], {
      code: "nothing-counted",
      noun: "gap",
      text: "no effects were counted",
      flip: "would be judged with counts",
      outcome: "missing",
    }),
    ...offence(
      counted.filter(({ control }) => control === null).map(({ id }) => id),
      {
        code: "control-absent",
        noun: "rule",
        text: "tried without an unharmed call beside it",
        flip: "would be judged with an unharmed call for each",
        outcome: "missing",
      },
    ),
    ...offence(
      counted.filter(({ control }) => control === 0).map(({ id }) => id),
      {
        code: "control-without-effect",
        noun: "rule",
        text: "tried on a target that counts nothing",
        flip: "would pass with 1 effect of each unharmed call",
      },
    ),
  ];
  const reason = `the unharmed call had its effect beside each of ${count(counted.length, "rule")}`;
  return conclude(problems, { reason, observed: counted.length, threshold: counted.length });
}
