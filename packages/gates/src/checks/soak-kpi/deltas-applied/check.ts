import type { Check, CheckInput, Finding, SoakBody } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { attemptsOf, soaksOf } from "../../../evidence/soaks.ts";
import { wrong } from "../../../params.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const ratioMin = input.params["fullApplyRatioMin"];
  if (typeof ratioMin !== "number" || !(ratioMin >= 0 && ratioMin <= 1))
    throw wrong("fullApplyRatioMin", "a number from 0 to 1", ratioMin);
  const soaks = soaksOf(input);
  const [attempted, applied] = [total(soaks, "attempted"), total(soaks, "fullyApplied")];
  const problems = soaks.flatMap((soak) => [...miscounted(soak), ...tooFew(soak, ratioMin)]);
  if (attempted === 0 && problems.length === 0) return nothingAttempted(ratioMin);
  return conclude(problems, {
    reason: `${applied} of ${attempted} changes were read back as wanted, ${total(soaks, "skipped")} were skipped`,
    observed: applied,
    threshold: attempted,
  });
}

function tooFew({ id, deltas }: SoakBody, ratioMin: number): Problem[] {
  const { attempted, fullyApplied, clamped, ignored, missing } = deltas;
  if (fullyApplied >= ratioMin * attempted) return [];
  return [
    {
      outcome: "fail",
      code: "ratio-low",
      text:
        `${fullyApplied} of ${attempted} changes of ${id} were fully applied ` +
        `(${clamped} clamped, ${ignored} ignored, ${missing} missing), ${ratioMin} of them must be`,
      observed: Number((fullyApplied / attempted).toFixed(4)),
      threshold: ratioMin,
      flip: `would pass at >= ${ratioMin}`,
    },
  ];
}

/** The figures beside the records they are counted from. */
function miscounted({ id, iterations, deltas }: SoakBody): Problem[] {
  const proposed = iterations.reduce((sum, { tuning }) => sum + tuning.proposed.length, 0);
  const attempts = iterations.flatMap((one) => attemptsOf(one).map((delta) => ({ one, delta })));
  const readAsWanted = attempts.filter(({ one: { tuning }, delta }) =>
    tuning.readings.some(
      ({ path, verdict, after, wanted }) => path === delta.parameter && verdict === "applied" && after === wanted,
    ),
  ).length;
  const ratio = deltas.attempted === 0 ? null : deltas.fullyApplied / deltas.attempted;
  const agrees =
    deltas.proposed === proposed &&
    deltas.attempted === attempts.length &&
    deltas.skipped === proposed - attempts.length &&
    deltas.fullyApplied <= readAsWanted &&
    deltas.fullyApplied + deltas.clamped + deltas.ignored + deltas.missing === deltas.attempted &&
    deltas.fullApplyRatio === ratio;
  if (agrees) return [];
  const text =
    `${id} counts ${deltas.proposed} proposed, ${deltas.attempted} attempted, ${deltas.fullyApplied} applied, ` +
    `its record has ${proposed}, ${attempts.length} and at most ${readAsWanted}`;
  const flip = "would pass with the counts of the record";
  const terms = { observed: deltas.fullyApplied, threshold: readAsWanted, flip };
  return [{ outcome: "fail", code: "miscounted", text, ...terms }];
}

function nothingAttempted(ratioMin: number): Finding {
  return {
    outcome: "not-applicable",
    code: "nothing-attempted",
    reason: "no change was let through, so that none could be read back",
    observed: 0,
    threshold: ratioMin,
    flip: "would be judged with 1 change",
  };
}

function total(soaks: readonly SoakBody[], what: "attempted" | "fullyApplied" | "skipped"): number {
  return soaks.reduce((sum, { deltas }) => sum + deltas[what], 0);
}
