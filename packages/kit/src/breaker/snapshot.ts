import type { Json } from "@holdpoint/core";
import type { BreakerWindow } from "./options.ts";
import { OPEN_MS_MAX, sameWindow } from "./options.ts";
import type { BreakerState } from "./view.ts";

export const BREAKER_SNAPSHOT_SCHEMA = "holdpoint.breaker.v1";

/** What survives a restart; JSON. Calls and probes that run do not. */
export type BreakerSnapshot = {
  readonly schema: typeof BREAKER_SNAPSHOT_SCHEMA;
  readonly state: BreakerState;
  /** Milliseconds since 1970, as the caller's clock said. */
  readonly taken_at: number;
  readonly opened_at: number | null;
  /** What was left of being open. */
  readonly open_left_ms: number;
  /** How long it was open, or would be, the last time: what the next wait grows from. */
  readonly open_ms: number;
  readonly openings: number;
  readonly window:
    | { readonly kind: "count"; readonly calls: number }
    | { readonly kind: "time"; readonly windowMs: number };
  readonly outcomes: Json;
};

const STATES: ReadonlySet<unknown> = new Set<BreakerState>(["closed", "open", "half-open"]);

/** The snapshot if it is one, else null; `outcomes` is for the window to judge. */
export function readSnapshot(value: unknown): BreakerSnapshot | null {
  if (typeof value !== "object" || value === null) return null;
  const snapshot = value as BreakerSnapshot;
  const { schema, state, taken_at, opened_at, open_left_ms, open_ms, openings, window } = snapshot;
  const sound =
    schema === BREAKER_SNAPSHOT_SCHEMA &&
    STATES.has(state) &&
    isCount(taken_at, Number.MAX_SAFE_INTEGER) &&
    (state === "closed" ? opened_at === null : isCount(opened_at, Number.MAX_SAFE_INTEGER)) &&
    isCount(open_left_ms, OPEN_MS_MAX) &&
    isCount(open_ms, OPEN_MS_MAX) &&
    isCount(openings, Number.MAX_SAFE_INTEGER) &&
    isWindow(window);
  return sound ? snapshot : null;
}

export function continues(snapshot: BreakerSnapshot, window: BreakerWindow): boolean {
  return sameWindow(snapshot.window, window);
}

function isWindow(value: unknown): value is BreakerWindow {
  if (typeof value !== "object" || value === null) return false;
  const window = value as BreakerWindow;
  if (window.kind === "count") return isCount(window.calls, Number.MAX_SAFE_INTEGER);
  return window.kind === "time" && isCount(window.windowMs, Number.MAX_SAFE_INTEGER);
}

function isCount(value: unknown, most: number): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= most;
}
