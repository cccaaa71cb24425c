import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** What the maker reads while it runs, and what tuning may change. */
export interface Overrides {
  readonly rebid: { readonly per_s: number };
  readonly rescue_taker: { readonly after_ms: number };
  readonly edge: { readonly min_bps: number };
  readonly latency: { readonly spread_add_bps: number };
}

/** What an operator would begin with: too many quotes, too early a rescue, too thin an edge. */
export const DEFAULTS: Overrides = {
  rebid: { per_s: 57 },
  rescue_taker: { after_ms: 15 },
  edge: { min_bps: 3.2 },
  latency: { spread_add_bps: 0 },
};

/** A target that lies about its knobs, for whoever wants to see it caught. */
export type Knob = "sound" | "dead" | "clamped" | "inverted";

export function knobOf(text: string | undefined): Knob {
  return text === "dead" || text === "clamped" || text === "inverted" ? text : "sound";
}

/** The least that a maker with a clamped knob takes, whatever is written. */
const CLAMPED_PER_S = 55;

/** What the maker makes of what was written; the file holds it afterwards. */
export function accepted(overrides: Overrides, knob: Knob): Overrides {
  if (knob !== "clamped" || overrides.rebid.per_s >= CLAMPED_PER_S) return overrides;
  return { ...overrides, rebid: { per_s: CLAMPED_PER_S } };
}

/** What really runs. */
export function effective(overrides: Overrides, knob: Knob): Overrides {
  if (knob === "dead") return { ...overrides, rebid: DEFAULTS.rebid };
  if (knob !== "inverted") return overrides;
  return { ...overrides, rebid: { per_s: 2 * DEFAULTS.rebid.per_s - overrides.rebid.per_s } };
}

/** Reads the file; an exchange that opens, or that has none yet, begins with the defaults. */
export function readOverrides(file: string, isOpening: boolean): Overrides {
  if (isOpening || !existsSync(file)) writeOverrides(file, DEFAULTS);
  return JSON.parse(readFileSync(file, "utf8")) as Overrides;
}

export function writeOverrides(file: string, overrides: Overrides): void {
  mkdirSync(dirname(file), { recursive: true });
  const part = `${file}.${process.pid}.part`;
  writeFileSync(part, `${JSON.stringify(overrides, null, 2)}\n`);
  renameSync(part, file);
}
