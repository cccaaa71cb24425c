import type { Scalar } from "./json.ts";

/** Where in the judged files something was found; lines and columns count from 1. */
export interface Location {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly text: string;
}

/** What a check's `judge` returns. `stale` and `error` are decided around it, never by it. */
export interface Finding {
  readonly outcome: "pass" | "warn" | "fail" | "missing" | "not-applicable";
  /** `pass`, or one of the reason codes that the check's definition declares. */
  readonly code: string;
  readonly observed: Scalar;
  readonly threshold: Scalar;
  /** One sentence for a person: what was seen against what was wanted. */
  readonly reason: string;
  /** The nearest value that would have flipped the outcome, e.g. `would pass at <= 340 ms`. */
  readonly flip?: string;
  /** At most 100 places to look; the rest is counted in `reason`. */
  readonly locations?: readonly Location[];
}

export const FINDING_LOCATIONS_MAX = 100;
