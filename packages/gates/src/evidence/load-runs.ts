import type { CheckInput, Finding, LoadBody } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../bodies.ts";
import type { Passed, Problem } from "../conclude.ts";
import { conclude } from "../conclude.ts";

const CLIMBS: ReadonlySet<string> = new Set(["ramp", "steps"]);

/**
 * Whether a run looks for the limit of its target: all of its arrivals climb, or its id is `capacity`, or begins so.
 * The gate `capacity` judges these, `performance` all others, so that none is left out.
 */
export function isCapacityRun({ id, terms }: LoadBody): boolean {
  const climbs = terms.arrivals.length > 0 && terms.arrivals.every((kind) => CLIMBS.has(kind));
  return climbs || /^capacity(?:-|$)/.test(id);
}

export function performanceRuns(input: CheckInput): readonly LoadBody[] {
  return bodiesOf<LoadBody>(input, KIND.load).filter((run) => !isCapacityRun(run));
}

/** A check that is asked of each run alone; whether there is one at all is asked by `run-measured`. */
export function judgeRuns(
  input: CheckInput,
  problems: (run: LoadBody) => readonly Problem[],
  passed: (runs: readonly LoadBody[]) => Passed,
): Finding {
  const runs = performanceRuns(input);
  return runs.length === 0 ? noneToJudge("load run", "run-measured") : conclude(runs.flatMap(problems), passed(runs));
}

export function noneToJudge(what: string, judge: string): Finding {
  return {
    outcome: "not-applicable",
    code: "none-measured",
    reason: `there is no ${what}, which ${judge} judges`,
    observed: 0,
    threshold: `at least 1 ${what}`,
    flip: `would be judged with 1 ${what}`,
  };
}

/** `load a, load b`. */
export function runNames(runs: readonly LoadBody[]): string {
  return runs.map(({ id }) => `load ${id}`).join(", ");
}

/** Requests that came to an end. */
export function endedOf({ completed, failed }: Pick<LoadBody, "completed" | "failed">): number {
  return completed + failed;
}

/** To the microsecond, or the thousandth of whatever it is. */
export function rounded(value: number): number {
  return Number(value.toFixed(3));
}
