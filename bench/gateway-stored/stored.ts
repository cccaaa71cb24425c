import type { Row } from "../harness/row.ts";
import { measureStored } from "../gateway/parts/measure-stored.ts";
import { COMMAND } from "../gateway/parts/places.ts";

export const rounds = 3;
export const durability = "SQLite WAL, synchronous=FULL, every commit group flushed and signed before an answer";

const ACTIONS = 1_000_000;
const FILL_MS = 10_000;
const QUERY_MS = 20_000;

/** A million stored actions: start-up below 2 s, lookups and listings with a p99 below 20 ms are asked. */
export function rows(): Promise<Row[]> {
  return measureStored({ command: COMMAND, actions: ACTIONS, fillMs: FILL_MS, queryMs: QUERY_MS, rounds });
}
