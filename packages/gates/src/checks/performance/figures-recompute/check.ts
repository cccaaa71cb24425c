import type { Check, CheckInput, Finding, LatencySummary, LoadBody, LoadSeries } from "@holdpoint/core";
import { LogHistogram, sliceProblem } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { endedOf, judgeRuns, performanceRuns } from "../../../evidence/load-runs.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const FIGURES = ["count", "min", "p50", "p90", "p95", "p99", "p999", "max"] as const;

function judge(input: CheckInput): Finding {
  const all = performanceRuns(input).flatMap(({ series }) =>
    series.filter(({ response, service }) => (response ?? service) !== null),
  );
  return judgeRuns(input, problemsOf, () => ({
    reason: `${count(all.length, "histogram")} computed again`,
    observed: all.length,
    threshold: "the figures of the run",
  }));
}

function problemsOf(run: LoadBody): Problem[] {
  const whole = run.series.find(({ of }) => of === "run");
  if (whole === undefined || (whole.response ?? whole.service) === null) return absent(run);
  return [
    ...run.series.flatMap((series) => seriesProblems(run, series)),
    ...compared(`load ${run.id}: response time`, run.response, summaryOf(whole.response)),
    ...compared(`load ${run.id}: service time`, run.service, summaryOf(whole.service)),
    ...clockless(run, whole),
    ...(whole.completed === run.completed && whole.failed === run.failed ? [] : [otherCounts(run, whole)]),
  ];
}

function absent(run: LoadBody): Problem[] {
  // A run in which nothing ended has nothing to hold; whether that may be is asked elsewhere.
  if (endedOf(run) === 0) return [];
  const isOurs = run.trust === "open-both-clocks";
  return [
    {
      outcome: isOurs ? "missing" : "warn",
      code: isOurs ? "histogram-absent" : "percentiles-only",
      text: `load ${run.id} by ${run.tool.name} has no histogram of the whole run`,
      observed: "none",
      threshold: "a histogram of the whole run",
      flip: "would be computed again with a histogram",
    },
  ];
}

/** Ours has a histogram of each clock: without it the percentiles of that clock are only said. */
function clockless(run: LoadBody, whole: LoadSeries): Problem[] {
  if (run.trust !== "open-both-clocks") return [];
  return (["response", "service"] as const)
    .filter((clock) => run[clock] !== null && whole[clock] === null)
    .map((clock) => ({
      outcome: "missing",
      code: "histogram-absent",
      text: `load ${run.id} tells its ${clock} time and has no histogram of it`,
      observed: "none",
      threshold: `a histogram of ${clock} time`,
      flip: "would be computed again with a histogram",
    }));
}

function seriesProblems({ id }: LoadBody, series: LoadSeries): Problem[] {
  const name = series.of === "run" ? `load ${id}` : `${series.of} ${series.name} of load ${id}`;
  const broken = [series.response, series.service].flatMap((slice) =>
    slice === null ? [] : (sliceProblem(slice) ?? []),
  );
  if (broken.length > 0) return broken.map((text) => brokenProblem(name, text));
  const ended = endedOf(series);
  const held = series.response?.count ?? ended;
  return [
    ...compared(name, series.summary, summaryOf(series.response)),
    ...(held === ended ? [] : [fewer(name, held, ended)]),
  ];
}

function compared(name: string, told: LatencySummary | null, again: LatencySummary | null): Problem[] {
  if (told === null || again === null) return [];
  const other = FIGURES.find((figure) => told[figure] !== again[figure]);
  if (other === undefined) return [];
  return [
    {
      outcome: "fail",
      code: "summary-differs",
      text: `${name}: ${other} is said to be ${told[other]}, its histogram gives ${again[other]}`,
      observed: told[other],
      threshold: again[other],
      flip: `would pass at ${again[other]}`,
    },
  ];
}

/** Of a sound slice only: one that contradicts itself is told as such. */
function summaryOf(slice: LoadSeries["response"]): LatencySummary | null {
  return slice === null || sliceProblem(slice) !== null ? null : LogHistogram.ofSlice(slice).summary();
}

function brokenProblem(name: string, text: string): Problem {
  return {
    outcome: "fail",
    code: "slice-broken",
    text: `the histogram of ${name} is broken: ${text}`,
    observed: text,
    threshold: "a histogram that agrees with itself",
    flip: "would pass with the histogram as it was recorded",
  };
}

function otherCounts({ id, ...run }: LoadBody, whole: LoadSeries): Problem {
  return fewer(`load ${id}`, endedOf(whole), endedOf(run));
}

function fewer(name: string, held: number, ended: number): Problem {
  return {
    outcome: "fail",
    code: "counts-differ",
    text: `${name}: its series hold ${count(held, "request")}, ${ended} ended`,
    observed: held,
    threshold: ended,
    flip: `would pass with ${ended} requests`,
  };
}
