import type { Totals } from "./totals.ts";

/** What a process that read a report prints. */
export interface Measured extends Pick<Totals, "files" | "lines" | "branches"> {
  readonly functions?: Totals["functions"];
  readonly seconds: number;
  readonly peakBytes: number;
}
