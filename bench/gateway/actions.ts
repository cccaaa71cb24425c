import type { Row } from "../harness/row.ts";
import type { Times } from "./parts/contestants.ts";
import { measureRounds } from "./parts/measure-rounds.ts";
import { COMMAND, TRACED_COMMAND } from "./parts/places.ts";

export const rounds = 3;
export const durability: string =
  "ours: SQLite WAL, synchronous=FULL, every commit group flushed and signed before an answer; " +
  "bullmq-always: Redis appendonly, appendfsync always; the others: PostgreSQL fsync on, synchronous_commit on";
export const debianPackages: readonly string[] = ["redis-server"];

const TIMES: Times = { warmUpMs: 1000, measureMs: 3000, halfRateMs: 6000 };

/** Governed actions over HTTP beside what durable queues do in process with a job that does nothing. */
export function rows(): Promise<Row[]> {
  return measureRounds({ command: COMMAND, tracedCommand: TRACED_COMMAND, rounds, times: TIMES });
}
