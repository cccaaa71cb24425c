import type { Linked } from "../../load/engine/linked.ts";
import type { Exchange, WireAnswer, WireFailure } from "../../load/wire.ts";

/** Where a line tells what became of it. */
export interface LineOwner<Each extends Exchange> {
  opened(line: Line<Each>): void;
  /** Could not be opened, was closed, or broke; whatever was on its way on it is failed. */
  lost(line: Line<Each>, failure: WireFailure): void;
  /** Said something while nothing was asked, and is to be opened again. */
  strayed(line: Line<Each>): void;
  /** The same on a line that can be used on: some protocols let the other side speak first. */
  unasked(): void;
  /** What its exchange asked was sent a second time, because the other side had not looked at it. */
  sentAgain(): void;
  /** Finds no room where it was to be opened, and none is to be looked for. */
  parked(line: Line<Each>): void;
  answered(line: Line<Each>, answer: WireAnswer, reusable: boolean): void;
}

export type LineState = "waiting" | "opening" | "idle" | "busy" | "parked" | "closed";

/** What carries one exchange at a time and can be opened again: a connection, or a stream's place on one. */
export abstract class Line<Each extends Exchange> implements Linked<Line<Each>> {
  before: Line<Each> | null = null;
  after: Line<Each> | null = null;
  state: LineState = "waiting";
  /** Since when it is opening or busy. */
  sinceUs = 0;
  exchange: Each | null = null;
  /** Answers since it was opened. */
  served = 0;

  /** Begins to open; ends in `opened` or `lost` of its owner, never at once. */
  abstract open(): void;
  /** Hands `exchange` to the wire; ends in `answered` or `lost`, never at once. */
  abstract start(exchange: Each): void;
  /** Lets go of everything; says nothing more. */
  abstract drop(): void;
}
