import type { AccessTrial, Check, CheckInput, Finding } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { accessTrials } from "../../../evidence/fail-closed-rules.ts";
import { offence } from "../../../evidence/offence.ts";
import { stringsParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const UNKNOWN: readonly (number | null)[] = [401];
/** 404 where a caller must not even learn that the thing exists. */
const FORBIDDEN: readonly (number | null)[] = [403, 404];

function judge(input: CheckInput): Finding {
  const open = stringsParam(input.params, "open");
  const trials = accessTrials(input);
  const guarded = trials.filter((trial) => !trial.open);
  const flip = "would pass with each refused";
  const problems: Problem[] = [
    ...offence(guarded.length === 0 ? ["every operation"] : [], {
      code: "nothing-tried",
      noun: "gap",
      text: "no guarded operation was tried",
      flip: "would be judged with operations tried",
      outcome: "missing",
    }),
    ...offence(
      named(guarded, (trial) => !UNKNOWN.includes(trial.withoutToken)),
      {
        code: "open-to-anyone",
        noun: "operation",
        text: "did not ask for a token",
        flip,
      },
    ),
    ...offence(
      named(guarded, (trial) => !UNKNOWN.includes(trial.withUnknownToken)),
      {
        code: "takes-unknown-token",
        noun: "operation",
        text: "took a token that nobody was given",
        flip,
      },
    ),
    ...offence(
      named(guarded, ({ withWrongRole }) => withWrongRole !== null && !FORBIDDEN.includes(withWrongRole)),
      {
        code: "takes-wrong-role",
        noun: "operation",
        text: "let a role in that may not",
        flip,
      },
    ),
    ...offence(
      named(trials, (trial) => trial.open && !open.includes(nameOf(trial))),
      {
        code: "open-unlisted",
        noun: "operation",
        text: "open and not on the list",
        flip,
      },
    ),
  ];
  const openOnes = trials.length - guarded.length;
  const reason = `${count(guarded.length, "operation")} refused strangers, ${openOnes} open by design`;
  return conclude(problems, { reason, observed: guarded.length, threshold: guarded.length });
}

function named(trials: readonly AccessTrial[], offends: (trial: AccessTrial) => boolean): string[] {
  return trials.filter(offends).map(nameOf);
}

function nameOf({ method, path }: AccessTrial): string {
  return `${method} ${path}`;
}
