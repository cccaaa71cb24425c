import type { Check, CheckInput, Finding, SoakBody } from "@holdpoint/core";
import { isAlongside } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { offence } from "../../../evidence/offence.ts";
import { attemptsOf, placeOf, soaksOf } from "../../../evidence/soaks.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const soaks = soaksOf(input);
  const writes = soaks.flatMap(({ iterations }) => iterations.filter((one) => attemptsOf(one).length > 0)).length;
  return conclude(
    [
      ...offence(soaks.flatMap(others), {
        code: "other-changed",
        noun: "leaf",
        text: "changed that is no parameter",
        flip: "would pass if it stayed as it was, or were named in `alongside`",
      }),
      ...offence(soaks.flatMap(drifted), {
        code: "drifted",
        noun: "parameter",
        text: "changed that was not to change",
        flip: "would pass if it stayed as it was",
      }),
      ...offence(soaks.flatMap(changedBetween), {
        code: "changed-between",
        noun: "iteration",
        text: "began with other parameters than the one before had left",
        flip: "would pass if nobody changed them in between",
      }),
    ],
    {
      reason: `${count(writes, "write")} changed what they were to change, and nothing else`,
      observed: 0,
      threshold: 0,
    },
  );
}

function others(soak: SoakBody): string[] {
  return soak.iterations.flatMap((one) =>
    one.tuning.others
      .filter((path) => !isAlongside(path, soak.terms.alongside))
      .map((path) => `${path} (${placeOf(soak, one)})`),
  );
}

function drifted(soak: SoakBody): string[] {
  return soak.iterations.flatMap((one) =>
    one.tuning.readings
      .filter(({ verdict }) => verdict === "drifted")
      .map(({ path, before, after }) => `${path} from ${before} to ${after} (${placeOf(soak, one)})`),
  );
}

/** By the digests of all parameters: where one of them is not known, nothing is said. */
function changedBetween(soak: SoakBody): string[] {
  return soak.iterations.flatMap((one, index) => {
    const left = soak.iterations[index - 1]?.tuning.stateAfter ?? null;
    const found = one.tuning.stateBefore;
    return left === null || found === null || left === found ? [] : [placeOf(soak, one)];
  });
}
