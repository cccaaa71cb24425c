import type { Check, CheckInput, Finding, SoakBody } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { placeOf, soaksOf } from "../../../evidence/soaks.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const soaks = soaksOf(input);
  const done = soaks.reduce((sum, { iterations }) => sum + iterations.length, 0);
  const planned = soaks.reduce((sum, one) => sum + one.planned, 0);
  return conclude(
    soaks.flatMap((soak) => [...ended(soak), ...whole(soak), ...ordered(soak)]),
    { reason: `${done} of ${planned} iterations done`, observed: done, threshold: planned },
  );
}

function ended({ id, aborted }: SoakBody): Problem[] {
  if (aborted === null) return [];
  const terms = { observed: aborted, threshold: "run to its end", flip: "would pass if it ran to its end" };
  return [{ outcome: "fail", code: "aborted", text: `${id} was aborted: ${aborted}`, ...terms }];
}

function whole({ id, planned, iterations }: SoakBody): Problem[] {
  if (planned < 1) {
    const terms = { observed: planned, threshold: "at least 1", flip: "would be judged with 1 iteration" };
    return [{ outcome: "missing", code: "nothing-planned", text: `${id} planned no iteration`, ...terms }];
  }
  if (iterations.length >= planned) return [];
  const text = `${id} has ${iterations.length} of ${planned} planned iterations`;
  const terms = { observed: iterations.length, threshold: planned, flip: `would pass with ${planned} iterations` };
  return [{ outcome: "fail", code: "iterations-missing", text, ...terms }];
}

function ordered(soak: SoakBody): Problem[] {
  const at = soak.iterations.findIndex(({ iteration, startedAtMs, finishedAtMs }, index) => {
    const before = soak.iterations[index - 1];
    const overlaps = before !== undefined && startedAtMs < before.finishedAtMs;
    return iteration !== index + 1 || overlaps || !(finishedAtMs >= startedAtMs);
  });
  const odd = soak.iterations[at];
  if (odd === undefined) return [];
  const text = `${placeOf(soak, odd)} stands at place ${at + 1}, or overlaps the one before`;
  const flip = "would pass with iterations numbered from 1 on, one after the other";
  return [{ outcome: "fail", code: "out-of-order", text, observed: odd.iteration, threshold: at + 1, flip }];
}
