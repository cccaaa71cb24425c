import type { Objective } from "@holdpoint/core";
import { durationMs, HoldpointError, parseObjective } from "@holdpoint/core";
import type { LoadReport } from "../commands/load-report-flags.ts";

export interface AskedReport {
  readonly fromS: number;
  readonly toS: number | null;
  /** Above 0, below 1, with the text that it was asked by. */
  readonly percentiles: readonly (readonly [text: string, share: number])[];
  readonly objectives: readonly Objective[];
}

const SECOND_MS = 1000;

/**
 * What a stored run is asked for.
 *
 * @throws HoldpointError `HP-USAGE` that names the flag
 */
export function askedReport({ from, to, percentile = [], slo = [] }: LoadReport): AskedReport {
  const fromS = from === undefined ? 0 : secondsOf("from", from);
  const toS = to === undefined ? null : secondsOf("to", to);
  if (toS !== null && toS <= fromS) throw new HoldpointError("HP-USAGE", `--to ${to} is not behind --from ${fromS}s`);
  if (slo.length > 0 && (fromS > 0 || toS !== null)) {
    throw new HoldpointError("HP-USAGE", "--slo is about the whole run, --from and --to are about a part of it");
  }
  return {
    fromS,
    toS,
    percentiles: percentile.map((text) => [text, shareOf(text)]),
    objectives: objectivesOf("slo", slo),
  };
}

/** @throws HoldpointError `HP-USAGE` with what cannot be read */
export function objectivesOf(flag: string, texts: readonly string[]): readonly Objective[] {
  return [...new Set(texts)].map((text) => {
    try {
      return parseObjective(text);
    } catch (thrown) {
      const reason = thrown instanceof Error ? thrown.message : String(thrown);
      throw new HoldpointError("HP-USAGE", `--${flag}: ${reason}`, {}, thrown);
    }
  });
}

function secondsOf(flag: string, text: string): number {
  const ms = text === "0s" ? 0 : durationMs(text);
  if (ms !== null && ms % SECOND_MS === 0) return ms / SECOND_MS;
  throw new HoldpointError("HP-USAGE", `--${flag} ${text} is not in whole seconds, like 10s or 2m`);
}

function shareOf(text: string): number {
  const match = /^p?(\d{1,2}(?:\.\d{1,9})?)$/.exec(text);
  const share = Number(`${match?.[1] ?? ""}e-2`);
  if (match !== null && share > 0 && share < 1) return share;
  throw new HoldpointError("HP-USAGE", `--percentile ${text} is not a number between 0 and 100`);
}
