import type { Row } from "../harness/row.ts";
import { COMMAND } from "../gateway/parts/places.ts";
import { watchMemory } from "../gateway/parts/watch-memory.ts";

export const rounds = 1;
export const durability = "SQLite WAL, synchronous=FULL, every commit group flushed and signed before an answer";

const MEASURE_MS = 10 * 60_000;
const SAMPLE_MS = 2000;

/** Ten minutes at a steady rate: memory that is flat is asked. */
export function rows(): Promise<Row[]> {
  return watchMemory({ command: COMMAND, measureMs: MEASURE_MS, sampleMs: SAMPLE_MS });
}
