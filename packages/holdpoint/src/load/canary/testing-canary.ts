import type { ArtifactHeader, HistogramSlice, LoadSecond } from "@holdpoint/core";
import { ArtifactLines, LogHistogram } from "@holdpoint/core";
import type { CanarySource } from "./source.ts";

export function header(seconds: number, patch: Partial<ArtifactHeader> = {}): ArtifactHeader {
  return {
    schema: "holdpoint/load-artifact/v1",
    id: "load",
    startedAtMs: 1,
    url: "http://h",
    planSha256: "0".repeat(64),
    sentSha256: "1".repeat(64),
    testbedSha256: "2".repeat(64),
    workers: 1,
    phases: [{ name: "main", durationMs: seconds * 1000, arrival: "constant" }],
    series: [{ of: "run", name: "" }],
    ...patch,
  };
}

function slice(...times: readonly number[]): HistogramSlice | null {
  const histogram = new LogHistogram();
  for (const ms of times) histogram.record(ms * 1000);
  return histogram.toSlice();
}

/** One second of the run in which so many were answered, milliseconds. */
export function runSecond(at: number, times: readonly number[], over: Partial<LoadSecond> = {}): LoadSecond {
  const [response, count] = [slice(...times), times.length];
  return {
    series: { of: "run", name: "" },
    second: at,
    due: count,
    sent: count,
    completed: count,
    failed: 0,
    dropped: 0,
    queued: 0,
    response,
    service: response,
    failedResponse: null,
    failedService: null,
    lag: null,
    ...over,
  };
}

const PER_S = 5;

/** The artifact of a run of 5 requests a second, each as slow as its second's entry says; null: none was answered. */
export function artifactText(
  slowMs: readonly (number | null)[],
  patch: { readonly header?: Partial<ArtifactHeader>; readonly validity?: "valid" | "invalid" } = {},
): string {
  const lines = new ArtifactLines(header(slowMs.length, patch.header));
  const seconds = slowMs.map((ms, at) => runSecond(at, ms === null ? [] : Array.from({ length: PER_S }, () => ms)));
  const count = seconds.reduce((sum, { completed }) => sum + completed, 0);
  const validity = patch.validity ?? "valid";
  return [
    lines.header(),
    ...seconds.map((one) =>
      lines.second({
        second: one.second,
        series: [one],
        started: one.sent,
        failures: [],
        checksPassed: [],
        checksFailed: [],
      }),
    ),
    lines.end({
      seconds: slowMs.length,
      totals: { due: count, sent: count, completed: count, failed: 0, dropped: 0 },
      validity,
      reasons: validity === "valid" ? [] : [{ code: "lag", text: "the generator was late" }],
    }),
  ].join("");
}

/** Around a level, by a seed: values as a metric has them. */
export function noisy(level: number, count: number, seed: number, share: number = 0.02): number[] {
  let state = seed >>> 0;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return level * (1 + share * (state / 2 ** 31 - 1));
  });
}

export function source(
  metrics: Readonly<Record<string, readonly (number | null)[]>>,
  patch: Partial<CanarySource> = {},
): CanarySource {
  const series = new Map(Object.entries(metrics));
  return {
    kind: "series",
    names: [...series.keys()],
    series: (name) => {
      const values = series.get(name);
      return values === undefined ? null : { values, stepMs: 1000 };
    },
    reasons: [],
    header: null,
    ...patch,
  };
}
