import type { LoadBody, LoadWindow } from "@holdpoint/core";
import type { Problem } from "../conclude.ts";
import { endedOf } from "./load-runs.ts";

const COUNTS = ["sent", "completed", "failed", "dropped"] as const;

/** Windows that leave a part of the run out, and counts that contradict one another or the windows. */
export function countProblems(run: LoadBody): Problem[] {
  return [...impossible(run), ...(run.windows.length === 0 ? [] : [...gaps(run), ...differing(run)])];
}

function gaps({ id, windows, durationMs }: LoadBody): Problem[] {
  let reached = 0;
  for (const { startMs, sizeMs } of windows) {
    if (startMs !== reached || !(sizeMs > 0)) return [gap(id, reached, startMs)];
    reached = startMs + sizeMs;
  }
  return reached >= durationMs ? [] : [gap(id, reached, durationMs)];
}

function gap(id: string, reached: number, next: number): Problem {
  return {
    outcome: "fail",
    code: "gap",
    text: `the windows of load ${id} reach to ${reached} ms, and what comes next begins at ${next} ms`,
    observed: reached,
    threshold: next,
    flip: "would pass with windows that follow one another to the end",
  };
}

function differing({ id, windows, ...run }: LoadBody): Problem[] {
  return COUNTS.flatMap((name): Problem[] => {
    const sum = windows.reduce((total: number, window: LoadWindow) => total + window[name], 0);
    if (sum === run[name]) return [];
    return [
      {
        outcome: "fail",
        code: "counts-differ",
        text: `load ${id} says ${run[name]} ${name}, its windows hold ${sum}`,
        observed: sum,
        threshold: run[name],
        flip: `would pass with ${run[name]} ${name} in the windows`,
      },
    ];
  });
}

function impossible(run: LoadBody): Problem[] {
  const { id, due, sent, completed, dropped, failures, trust } = run;
  const told = failures.reduce((sum, { count: number }) => sum + number, 0);
  const wrong = [
    completed > sent ? `${completed} completed of ${sent} sent` : null,
    due !== null && sent + dropped > due ? `${sent} sent and ${dropped} dropped of ${due} due` : null,
    due !== null && endedOf(run) + dropped > due ? `${endedOf(run)} ended and ${dropped} dropped of ${due} due` : null,
    // What was dropped is told by kind as well.
    told > run.failed + dropped ? `${told} failures by kind of ${run.failed + dropped}` : null,
    // Ours tells what was cut off at the end as failed: what is in neither count is the slowest of all.
    trust === "open-both-clocks" && endedOf(run) < sent ? `${endedOf(run)} ended of ${sent} sent` : null,
  ].filter((text) => text !== null);
  return wrong.map((text) => ({
    outcome: "fail",
    code: "impossible-counts",
    text: `load ${id} says ${text}`,
    observed: text,
    threshold: "counts that can be",
    flip: "would pass with counts that add up",
  }));
}
