import type { HlogInterval, LoadWindow } from "@holdpoint/core";
import { LOAD_WINDOWS_MAX, LogHistogram } from "@holdpoint/core";

/** Intervals that follow one another as windows; none where they overlap, leave gaps or are too many. */
export function intervalWindows(intervals: readonly HlogInterval[]): LoadWindow[] {
  const [first] = intervals;
  if (first === undefined || intervals.length > LOAD_WINDOWS_MAX) return [];
  const windows: LoadWindow[] = [];
  let reachedMs = 0;
  for (const { startS, lengthS, slice } of intervals) {
    const startMs = Math.round((startS - first.startS) * 1000);
    const sizeMs = Math.round(lengthS * 1000);
    if (startMs !== reachedMs || sizeMs <= 0) return [];
    reachedMs = startMs + sizeMs;
    const service = LogHistogram.ofSlice(slice).summary();
    const sent = slice?.count ?? 0;
    const counts = { sent, completed: sent, failed: 0, dropped: 0, queued: 0 };
    windows.push({ startMs, sizeMs, ...counts, response: null, service, lagMax: null });
  }
  return windows;
}
