import type { LoadBody } from "@holdpoint/core";
import { jsonDocument } from "../cursor.ts";
import { differing, draftBody } from "../draft.ts";
import type { ArtilleryStats } from "./stats.ts";
import { statsOf } from "./stats.ts";
import { windowsOf } from "./windows.ts";

/** Its histograms are exact to a hundredth of the value, its extremes exact. */
const ROUNDING = 0.015;

/**
 * Reads Artillery's JSON report, of version 1 or 2. Virtual users arrive by a rate, so the model is open; times are
 * from the actual send, and those of requests without an answer are not in them.
 *
 * @throws HoldpointError `HP-READ-*` with file and JSON pointer
 */
export function readArtillery(bytes: Uint8Array, file: string): LoadBody {
  const top = jsonDocument(bytes, file, (one) => one.at("aggregate").isObject);
  const whole = statsOf(top.at("aggregate"));
  const parts = top.at("intermediate").isThere ? top.at("intermediate").items().map(statsOf) : [];
  const { windows, reasons, durationMs } = windowsOf(parts, whole);
  const { sent, completed, failed, failures, service, told } = whole;
  const timed = (service ?? told)?.count ?? 0;
  return draftBody({
    tool: { name: "artillery", version: null },
    trust: "open-service-only",
    sent,
    completed,
    failed,
    durationMs,
    failures,
    service,
    told: service === null ? told : null,
    rounding: ROUNDING,
    windows,
    achieved: rateOf(whole, durationMs),
    terms: { arrivals: ["arrival phases"] },
    reasons: [...whole.reasons, ...(timed > sent ? differing("times", timed, sent) : []), ...reasons],
  });
}

function rateOf({ arrivals }: ArtilleryStats, durationMs: number): number | null {
  return durationMs === 0 || arrivals === null ? null : (arrivals * 1000) / durationMs;
}
