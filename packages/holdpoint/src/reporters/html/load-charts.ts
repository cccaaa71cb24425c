import type { LoadBody, LoadWindow } from "@holdpoint/core";
import { countText, latencyText, rateText, roundLatencyText } from "../../load/picture/figures.ts";
import type { Chart, ChartLine, LineLook } from "./load-chart.ts";
import { chart } from "./load-chart.ts";
import type { LatencyLimit } from "./load-limits.ts";
import { isMissed, latencyLimits } from "./load-limits.ts";
import { linearScale, scaleOf } from "./load-scale.ts";
import { percentileCurve } from "./load-curve.ts";
import type { Markup } from "./markup.ts";

const TIME_TICKS = 6;
const NINES: readonly (readonly [share: number, text: string])[] = [
  [0, "0 %"],
  [0.9, "90 %"],
  [0.99, "99 %"],
  [0.999, "99.9 %"],
  [0.9999, "99.99 %"],
  [0.99999, "99.999 %"],
  [0.999999, "99.9999 %"],
];

/** All that has figures to show; a run without a single answer has no chart of latency. */
export function loadCharts(body: LoadBody): readonly Markup[] {
  return [latencyChart(body), rateChart(body), curveChart(body)].flatMap((one) => (one === null ? [] : [chart(one)]));
}

function latencyChart({ windows, slo }: LoadBody): Chart | null {
  const lines = [
    timeLine("response p50", "first", windows, ({ response }) => response?.p50 ?? null),
    timeLine("response p95", "second", windows, ({ response }) => response?.p95 ?? null),
    timeLine("response p99", "third", windows, ({ response }) => response?.p99 ?? null),
    timeLine("service p99", "fourth", windows, ({ service }) => service?.p99 ?? null),
  ].filter(isSeen);
  if (lines.length === 0) return null;
  const limits = latencyLimits(slo);
  const values = [...valuesOf(lines), ...limits.map(({ maxMs }) => maxMs)];
  const scale = scaleOf(values);
  const worst = Math.max(...windows.map(({ response, service }) => response?.p99 ?? service?.p99 ?? 0));
  const missed = windows.filter((window) => isMissed(window, limits)).length;
  return {
    id: "latency",
    title: `Latency over time${scale.kind === "log" ? ", logarithmic" : ""}`,
    told: `Worst p99 of a window ${latencyText(worst)}; ${missed} of ${windows.length} windows lie beyond a limit or have failures. The figures stand in the table of windows.`,
    lines,
    scale,
    yText: roundLatencyText,
    ...timeAxis(windows),
    limits: limitLabels(limits),
    bands: windows.flatMap((window, index) => (isMissed(window, limits) ? [bandOf(windows, index)] : [])),
  };
}

/** Limits of one value are one line with one label. */
function limitLabels(limits: readonly LatencyLimit[]): Chart["limits"] {
  return [...Map.groupBy(limits, ({ maxMs }) => maxMs)].map(([maxMs, same]) => {
    const names = [...new Set(same.map(({ text }) => text))].join(", ");
    return [maxMs, `${names} <= ${roundLatencyText(maxMs)}`];
  });
}

function rateChart({ windows, target }: LoadBody): Chart | null {
  if (windows.length === 0) return null;
  const perS = (count: number, { sizeMs }: LoadWindow): number => (count * 1000) / sizeMs;
  const bad = windows.some(({ failed, dropped }) => failed + dropped > 0);
  const queued = windows.some((window) => window.queued > 0);
  const lines = [
    timeLine("sent a second", "first", windows, (window) => perS(window.sent, window)),
    timeLine("succeeded a second", "second", windows, (window) => perS(window.completed, window)),
    ...(bad ? [timeLine("failed or dropped a second", "bad", windows, badPerS)] : []),
    ...(queued ? [timeLine("waiting for a connection", "fourth", windows, (window) => window.queued)] : []),
  ];
  const sum = windows.reduce((total, { failed, dropped }) => total + failed + dropped, 0);
  return {
    id: "rate",
    title: "Rate over time",
    told: `${target === null ? "" : `Asked ${rateText(target)}. `}${countText(sum)} requests failed or were dropped. The figures stand in the table of windows.`,
    lines,
    scale: linearScale(Math.max(1, ...valuesOf(lines))),
    yText: countText,
    ...timeAxis(windows),
    limits: [],
    bands: [],
  };
}

function badPerS({ failed, dropped, sizeMs }: LoadWindow): number {
  return ((failed + dropped) * 1000) / sizeMs;
}

function curveChart({ series: [run] }: LoadBody): Chart | null {
  if (run === undefined) return null;
  const curves = [
    { name: "response time", look: "third", curve: percentileCurve(run.response) },
    { name: "service time", look: "fourth", curve: percentileCurve(run.service) },
  ] as const;
  const known = curves.filter(({ curve }) => curve.length > 0);
  const nines = Math.max(0, ...known.flatMap(({ curve }) => curve.map(([at]) => at)));
  if (nines === 0) return null;
  const lines = known.map(({ name, look, curve }): ChartLine => {
    return { name, look, points: curve.map(([at, ms]) => [at / nines, ms]) };
  });
  return {
    id: "percentiles",
    title: "How many took at most how long",
    told: "The share of requests from left to right, with a step for each further nine; the time up to which they took.",
    lines,
    scale: scaleOf(valuesOf(lines), 10),
    yText: roundLatencyText,
    xTicks: NINES.flatMap(([share, text]) => {
      const at = -Math.log10(1 - share) / nines;
      return at <= 1 ? [[at, text] as const] : [];
    }),
    xTitle: "share of requests",
    limits: [],
    bands: [],
  };
}

function timeLine(
  name: string,
  look: LineLook,
  windows: readonly LoadWindow[],
  valueOf: (window: LoadWindow) => number | null,
): ChartLine {
  return {
    name,
    look,
    points: windows.map((window, index) => {
      const [from, to] = bandOf(windows, index);
      return [(from + to) / 2, valueOf(window)];
    }),
  };
}

function timeAxis(windows: readonly LoadWindow[]): Pick<Chart, "xTicks" | "xTitle"> {
  const endMs = endOf(windows);
  const { ticks } = linearScale(endMs / 1000);
  const step = Math.max(1, Math.ceil(ticks.length / TIME_TICKS));
  return {
    xTicks: ticks.flatMap((tick, index) => {
      const x = (tick * 1000) / endMs;
      return index % step === 0 && x <= 1 ? [[x, `${tick} s`] as const] : [];
    }),
    xTitle: "since the clock began",
  };
}

function bandOf(windows: readonly LoadWindow[], index: number): readonly [from: number, to: number] {
  const endMs = endOf(windows);
  const { startMs = 0, sizeMs = 0 } = windows[index] ?? {};
  return [startMs / endMs, Math.min(1, (startMs + sizeMs) / endMs)];
}

function endOf(windows: readonly LoadWindow[]): number {
  const last = windows.at(-1);
  return last === undefined ? 1 : last.startMs + last.sizeMs;
}

function isSeen({ points }: ChartLine): boolean {
  return points.some(([, value]) => value !== null);
}

function valuesOf(lines: readonly ChartLine[]): number[] {
  return lines.flatMap(({ points }) => points.flatMap(([, value]) => value ?? []));
}
