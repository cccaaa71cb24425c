import type { LoadBody, LoadSeries, LoadWindow } from "../../evidence/load.ts";
import { sliceDifference } from "../../histogram/slice-difference.ts";
import type { HistogramSlice } from "../../histogram/slice.ts";
import type { Clock, Scope, WindowTerms } from "../../slo/objective.ts";
import type { ImportedPart } from "./imported-part.ts";
import type { KnownTimes } from "./known-times.ts";
import { addedTimes, sliceTimes, summaryTimes, toldTimes } from "./known-times.ts";

/** What a file tells of the scope of an objective, or why it tells nothing, as a clause. */
export function partOf(body: LoadBody, scope: Scope, clock: Clock): ImportedPart | string {
  const { phase, endpoint, tag } = scope;
  const { completed, failed, dropped, durationMs: elapsedMs } = body;
  const whole = { completed, failed, dropped: [dropped, dropped], elapsedMs } as const;
  if (phase === null && endpoint === null && tag === null) {
    const series = body.series.find(({ of }) => of === "run");
    return { ...whole, ...timesOf(body, series, clock) };
  }
  if (phase !== null && (endpoint ?? tag) !== null)
    return `it does not tell the phase ${phase} apart by endpoint or tag`;
  const [of, name] = phase !== null ? ["phase", phase] : endpoint !== null ? ["endpoint", endpoint] : ["tag", tag];
  const series = body.series.find((one) => one.of === of && one.name === name);
  if (series !== undefined) {
    const { completed: good, failed: bad } = series;
    return { completed: good, failed: bad, dropped: [0, dropped], elapsedMs, ...timesOf(null, series, clock) };
  }
  const names = body.series.filter((one) => one.of === of).map((one) => one.name);
  const there = names.length === 0 ? `it tells no ${of} apart` : `there were ${names.slice(0, 10).join(", ")}`;
  return `nothing was measured of the ${of} "${name}": ${there}`;
}

function timesOf(
  body: LoadBody | null,
  series: LoadSeries | undefined,
  clock: Clock,
): Pick<ImportedPart, "times" | "isMixed"> {
  const rounding = body?.rounding ?? 0;
  const [response, slice] = [series?.response ?? null, series?.service ?? null];
  if (clock === "response" && response !== null) return { times: sliceTimes(response), isMixed: true };
  if (slice !== null) return ofSlice(slice, series?.failedService);
  const summary = summaryTimes(
    (clock === "response" ? body?.response : null) ?? body?.service ?? series?.summary ?? null,
    rounding,
  );
  return { times: summary ?? toldTimes(series?.told, rounding), isMixed: true };
}

function ofSlice(slice: HistogramSlice, failed: HistogramSlice | undefined): Pick<ImportedPart, "times" | "isMixed"> {
  if (failed === undefined) return { times: sliceTimes(slice), isMixed: true };
  const good = sliceDifference(slice, failed);
  return { times: good === null ? null : sliceTimes(good), isMixed: false };
}

/** Windows of even length that follow one another; those of a run that has others, or too long ones, are a clause. */
export function windowParts(
  body: LoadBody,
  { sizeMs, stepMs }: Pick<WindowTerms, "sizeMs" | "stepMs">,
  clock: Clock,
): readonly ImportedPart[] | string {
  const { windows, rounding = 0 } = body;
  const [first] = windows;
  if (first === undefined) return "it has no windows";
  const last = windows.at(-1) ?? first;
  // The last one may be shorter: what is left over is no window.
  const even = last.sizeMs === first.sizeMs ? windows : windows.slice(0, -1);
  if (even.some((one) => one.sizeMs !== first.sizeMs)) return "its windows are of different lengths";
  if (sizeMs % first.sizeMs !== 0) return `its windows are of ${first.sizeMs / 1000} s`;
  const width = sizeMs / first.sizeMs;
  const stride = Math.max(1, Math.round(stepMs / first.sizeMs));
  return Array.from({ length: Math.ceil(Math.max(0, even.length - width + 1) / stride) }, (_, at) =>
    joined(even.slice(at * stride, at * stride + width), clock, rounding),
  );
}

function joined(windows: readonly LoadWindow[], clock: Clock, rounding: number): ImportedPart {
  const sum = (of: (window: LoadWindow) => number): number => windows.reduce((all, window) => all + of(window), 0);
  const dropped = sum((one) => one.dropped);
  const known = windows.map((one) =>
    summaryTimes((clock === "response" ? one.response : null) ?? one.service, rounding),
  );
  const isTold = windows.every((one, at) => known[at] !== null || one.completed === 0);
  return {
    completed: sum((one) => one.completed),
    failed: sum((one) => one.failed),
    dropped: [dropped, dropped],
    elapsedMs: sum((one) => one.sizeMs),
    times: isTold ? addedTimes(known.filter((one): one is KnownTimes => one !== null)) : null,
    isMixed: true,
  };
}
