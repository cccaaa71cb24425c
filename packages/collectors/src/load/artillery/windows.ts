import type { LoadReason, LoadWindow } from "@holdpoint/core";
import { LOAD_WINDOWS_MAX } from "@holdpoint/core";
import { differing } from "../draft.ts";
import type { ArtilleryStats } from "./stats.ts";

const PERIOD_MS = 10_000;

/** Periods as windows, where they tell when they began, and whether they add up to the whole. */
export function windowsOf(
  parts: readonly ArtilleryStats[],
  whole: ArtilleryStats,
): { readonly windows: readonly LoadWindow[]; readonly reasons: readonly LoadReason[]; readonly durationMs: number } {
  const sum = (of: "sent" | "failed"): number => parts.reduce((all, part) => all + part[of], 0);
  const reasons =
    parts.length === 0
      ? []
      : [
          ...differing("requests", whole.sent, sum("sent")),
          ...differing("failed requests", whole.failed, sum("failed")),
        ];
  const starts = parts.map(({ periodMs }) => periodMs).filter((ms) => ms !== null);
  const [first, last] = [Math.min(...starts), Math.max(...starts)];
  const told = whole.firstMs === null || whole.lastMs === null ? 0 : Math.max(0, whole.lastMs - whole.firstMs);
  // Version 1 names one instant only, so that its periods are the only measure of time.
  const durationMs = told > 0 ? told : starts.length === 0 ? 0 : last - first + PERIOD_MS;
  const count = starts.length === parts.length && starts.length > 0 ? (last - first) / PERIOD_MS + 1 : 0;
  const isRegular = Number.isInteger(count) && count >= 1 && count <= LOAD_WINDOWS_MAX && reasons.length === 0;
  if (!isRegular || count * PERIOD_MS < durationMs) return { windows: [], reasons, durationMs };
  const windows = Array.from({ length: count }, (_, at) =>
    windowAt(
      at * PERIOD_MS,
      parts.filter(({ periodMs }) => periodMs === first + at * PERIOD_MS),
    ),
  );
  const isWhole = windows.reduce((all, { sent }) => all + sent, 0) === whole.sent;
  return { windows: isWhole ? windows : [], reasons, durationMs };
}

function windowAt(startMs: number, parts: readonly ArtilleryStats[]): LoadWindow {
  const sum = (of: "sent" | "completed" | "failed"): number => parts.reduce((all, part) => all + part[of], 0);
  const [only] = parts;
  return {
    startMs,
    sizeMs: PERIOD_MS,
    sent: sum("sent"),
    completed: sum("completed"),
    failed: sum("failed"),
    dropped: 0,
    queued: 0,
    response: null,
    service: parts.length === 1 ? (only?.service ?? null) : null,
    lagMax: null,
  };
}
