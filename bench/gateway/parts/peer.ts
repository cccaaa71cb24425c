import type { LoadFigure } from "../../harness/load-figure.ts";

/** What a peer's program is told, as JSON in its one argument. */
export interface PeerLoad {
  /** Of its server. */
  readonly url: string;
  /** In process it measures itself; over HTTP it prints its own address and serves until it is stopped. */
  readonly how: "in-process" | "over-http";
  /** How many callers at once, one measurement after the other. */
  readonly callers: readonly number[];
  readonly warmUpMs: number;
  readonly measureMs: number;
}

/** What it prints: one result for each number of callers. `configuration` says how it was set up. */
export interface PeerResult {
  readonly configuration: string;
  readonly results: readonly LoadFigure[];
}
