import type { Check, CheckInput, Finding, LoadBody } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { endedOf, performanceRuns, runNames } from "../../../evidence/load-runs.ts";
import { countParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const minDurationS = countParam(input.params, "minDurationS");
  const runs = performanceRuns(input);
  const ended = runs.reduce((sum, run) => sum + endedOf(run), 0);
  const problems = [
    ...noRun(runs),
    ...twice(runs),
    ...runs.flatMap((run) => [...nothing(run), ...short(run, minDurationS)]),
  ];
  return conclude(problems, {
    reason: `${count(ended, "request")} ended in ${runNames(runs)}`,
    observed: ended,
    threshold: "at least 1 request",
  });
}

function noRun(runs: readonly LoadBody[]): Problem[] {
  if (runs.length > 0) return [];
  return [
    {
      outcome: "missing",
      code: "no-run",
      text: "every load run there is looks for a limit, which capacity judges",
      observed: 0,
      threshold: "at least 1 run",
      flip: "would be judged with 1 run at the rate of the target",
    },
  ];
}

function twice(runs: readonly LoadBody[]): Problem[] {
  const ids = runs.map(({ id }) => id);
  const id = ids.find((one, at) => ids.indexOf(one) !== at);
  if (id === undefined) return [];
  return [
    {
      outcome: "fail",
      code: "id-twice",
      text: `there are two runs called ${id}, and only one of them would be compared`,
      observed: id,
      threshold: "one run of each id",
      flip: "would pass with another id for each run",
    },
  ];
}

function nothing(run: LoadBody): Problem[] {
  if (endedOf(run) > 0 && tellsTimes(run)) return [];
  return [
    {
      outcome: "missing",
      code: "no-samples",
      text: `load ${run.id}: ${count(endedOf(run), "request")} ended, and no time of them is known`,
      observed: 0,
      threshold: "at least 1 request with its time",
      flip: "would be judged with 1 request with its time",
    },
  ];
}

/** Some tools print a few percentiles only: that is less than a summary, and a time all the same. */
function tellsTimes({ response, service, series }: LoadBody): boolean {
  if ((response ?? service) !== null) return true;
  const told = series.find(({ of }) => of === "run")?.told;
  if (told === undefined) return false;
  return told.percentiles.length > 0 || [told.min, told.mean, told.max].some((ms) => ms !== null);
}

function short({ id, durationMs }: LoadBody, minDurationS: number): Problem[] {
  if (durationMs >= minDurationS * 1000) return [];
  return [
    {
      outcome: "missing",
      code: "too-short",
      text: `load ${id} lasted ${durationMs / 1000} s, wanted are ${minDurationS} s`,
      observed: `${durationMs / 1000} s`,
      threshold: `${minDurationS} s`,
      flip: `would be judged at >= ${minDurationS} s`,
    },
  ];
}
