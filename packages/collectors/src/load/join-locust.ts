import type { LoadBody, LoadWindow } from "@holdpoint/core";
import { disagree } from "./draft.ts";
import type { ReadLoad } from "./format.ts";

/** A run and the files that it was read from. */
export interface NamedLoad extends ReadLoad {
  readonly inputs: readonly { readonly path: string; readonly sha256: string; readonly modifiedAtMs: number }[];
}

/**
 * Puts `PREFIX_stats_history.csv` of Locust to the `PREFIX_stats.csv` beside it: one run, with windows. The history
 * ends up to a second early; what came after is a window of its own.
 */
export function joinLocust(loads: readonly NamedLoad[]): NamedLoad[] {
  const histories = new Map(
    loads.filter(({ format }) => format === "locust-history").map((load) => [statsPath(load), load]),
  );
  const joined = new Set<NamedLoad>();
  const runs = loads.map((load) => {
    const history = load.format === "locust-stats" ? histories.get(load.inputs[0]?.path ?? "") : undefined;
    if (history === undefined) return load;
    joined.add(history);
    return { ...load, body: withWindows(load.body, history.body), inputs: [...load.inputs, ...history.inputs] };
  });
  return runs.filter((run) => !joined.has(run));
}

function statsPath({ inputs: [first] }: NamedLoad): string {
  return (first?.path ?? "").replace(/_stats_history\.csv$/, "_stats.csv");
}

function withWindows(stats: LoadBody, history: LoadBody): LoadBody {
  const [completed, failed] = [stats.completed - history.completed, stats.failed - history.failed];
  if (completed < 0 || failed < 0) {
    const text = `its history ends with ${history.sent} requests, ${history.failed} failed, its table says less`;
    return { ...stats, validity: "invalid", reasons: [...stats.reasons, disagree(text)] };
  }
  const reached = history.windows.reduce((end, { startMs, sizeMs }) => Math.max(end, startMs + sizeMs), 0);
  const sizeMs = Math.max(1, Math.ceil(stats.durationMs - reached));
  const isRest = completed + failed > 0 || reached < stats.durationMs;
  const rest: LoadWindow = {
    startMs: reached,
    sizeMs,
    sent: completed + failed,
    completed,
    failed,
    dropped: 0,
    queued: 0,
    response: null,
    service: null,
    lagMax: null,
  };
  const reasons = [...stats.reasons, ...history.reasons.filter(({ code }) => code === "totals-disagree")];
  const windows = history.windows.length === 0 ? [] : [...history.windows, ...(isRest ? [rest] : [])];
  return { ...stats, windows, reasons, validity: reasons.length === 0 ? stats.validity : "invalid" };
}
