import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { processUse } from "../harness/process-use.ts";
import type { Row } from "../harness/row.ts";
import { fileSystemOf } from "../gateway/parts/file-system.ts";
import type { Gateway } from "../gateway/parts/gateway-server.ts";
import { startGateway } from "../gateway/parts/gateway-server.ts";
import { measureActions } from "../gateway/parts/measure.ts";
import type { MemorySample } from "../gateway/parts/memory-trend.ts";
import { memoryTrend } from "../gateway/parts/memory-trend.ts";
import { COMMAND } from "../gateway/parts/places.ts";

export const rounds = 1;
export const durability = "SQLite WAL, synchronous=FULL, every commit group flushed and signed before an answer";

const MINUTES = 10;
const MEASURE_MS = MINUTES * 60_000;
const WARM_UP_MS = 5000;
const SAMPLE_MS = 2000;
const CONNECTIONS = 50;
const ACTIONS_PER_SECOND = 2000;

/** Ten minutes at a steady rate: whether the memory of the gateway grows. */
export async function rows(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "holdpoint-bench-"));
  try {
    const gateway = await startGateway({ folder: join(folder, "data"), command: COMMAND });
    try {
      return [await watch(gateway, fileSystemOf(folder))];
    } finally {
      await gateway.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function watch(gateway: Gateway, fileSystem: string): Promise<Row> {
  const samples: MemorySample[] = [];
  const timer = setInterval(() => {
    const use = processUse(gateway.pid);
    if (use !== null) samples.push({ atMs: performance.now(), residentBytes: use.residentBytes });
  }, SAMPLE_MS);
  try {
    const { done, all, p99Ms } = await measureActions(gateway, gateway.requester, {
      connections: CONNECTIONS,
      warmUpMs: WARM_UP_MS,
      measureMs: MEASURE_MS,
      perSecond: ACTIONS_PER_SECOND,
    });
    const { growth, ...trend } = memoryTrend(samples);
    const info = {
      ...trend,
      samples: samples.length,
      minutes: MINUTES,
      actions: all,
      measured: done,
      p99Ms,
      fileSystem,
    };
    return { name: "memory-flat", value: growth, unit: "× of the start", low: growth, high: growth, ratios: {}, info };
  } finally {
    clearInterval(timer);
  }
}
