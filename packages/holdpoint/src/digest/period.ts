import { durationMs, HoldpointError, parseInstant } from "@holdpoint/core";

/** From an instant up to, and without, another. */
export interface Period {
  readonly sinceMs: number;
  readonly untilMs: number;
}

const WEEK = /^([1-9]\d{0,3})w$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const PERIOD_DAYS_MAX = 3_660;
const DAY_MS = 86_400_000;

/**
 * Reads `--since` (`1w`, `30d`, `12h` before the end, a date, an instant) and `--until` (a date, an instant).
 *
 * @throws HoldpointError `HP-USAGE`
 * @example
 * periodOf("1w", "2026-01-12", 0); // 2026-01-05 up to 2026-01-12
 */
export function periodOf(since: string, until: string | undefined, nowMs: number): Period {
  const untilMs = until === undefined ? nowMs : instant(until, "--until");
  const back = durationMs(since.replace(WEEK, (_, weeks: string) => `${Number(weeks) * 7}d`));
  const sinceMs = back === null ? instant(since, "--since") : untilMs - back;
  if (sinceMs >= untilMs) throw new HoldpointError("HP-USAGE", "--since is not before --until");
  if (untilMs - sinceMs > PERIOD_DAYS_MAX * DAY_MS)
    throw new HoldpointError("HP-USAGE", `--since is more than ${PERIOD_DAYS_MAX} days before the end`);
  return { sinceMs, untilMs };
}

function instant(text: string, flag: string): number {
  const atMs = parseInstant(DATE.test(text) ? `${text}T00:00:00Z` : text);
  if (!Number.isNaN(atMs)) return atMs;
  const wanted =
    flag === "--since" ? "1w, 30d, a date (2026-01-31) or an instant" : "a date (2026-01-31) or an instant";
  throw new HoldpointError("HP-USAGE", `${flag} ${JSON.stringify(text)} is not ${wanted} (RFC 3339, UTC)`);
}
