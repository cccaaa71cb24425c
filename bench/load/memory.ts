import { fileURLToPath } from "node:url";
import { FROM_SOURCE, runForJson } from "../harness/child.ts";
import type { Row } from "../harness/row.ts";

export const rounds = 1;

const MEGABYTE = 1_000_000;
const TIMEOUT_MS = 20 * 60_000;
const HOURS = 24;
const DAY: string = fileURLToPath(
  new URL("../../packages/drills/src/io/load/run/simulated-day-main.ts", import.meta.url),
);

interface Day {
  readonly hours: number;
  readonly requests: number;
  readonly heapGrowthBytes: number;
  readonly heapBytes: number;
  readonly samples: number;
  readonly artifactBytes: number;
  readonly windowUpdateUs: number;
}

/** A day at 1,000 requests a second on a simulated clock: recording, windows, objectives and artifact, no sockets. */
export async function rows(): Promise<Row[]> {
  const args = [FROM_SOURCE, "--expose-gc", DAY, String(HOURS)];
  const day = await runForJson<Day>({ args }, TIMEOUT_MS);
  if (day.samples < HOURS || day.requests !== HOURS * 3_600_000)
    throw new Error(`no whole day: ${JSON.stringify(day)}`);
  return [
    row("memory-24h", day.heapGrowthBytes / MEGABYTE, "MB", {
      asked: 64,
      heapMb: day.heapBytes / MEGABYTE,
      artifactMb: day.artifactBytes / MEGABYTE,
      requests: day.requests,
      clock: "simulated",
    }),
    row("window-update", day.windowUpdateUs / 1000, "ms", { asked: 0.1, window: "60 s, one push and six percentiles" }),
  ];
}

function row(name: string, value: number, unit: string, info: Readonly<Record<string, unknown>>): Row {
  return { name, value, unit, low: value, high: value, ratios: {}, info };
}
