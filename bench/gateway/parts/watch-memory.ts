import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { processUse } from "../../harness/process-use.ts";
import type { Row } from "../../harness/row.ts";
import { fileSystemOf } from "./file-system.ts";
import type { Gateway } from "./gateway-server.ts";
import { startGateway } from "./gateway-server.ts";
import { measureActions } from "./measure.ts";
import type { MemorySample } from "./memory-trend.ts";
import { memoryTrend } from "./memory-trend.ts";

const WARM_UP_MS = 5000;
const CONNECTIONS = 50;
const ACTIONS_PER_SECOND = 2000;

export interface WatchTerms {
  /** File of the command that starts the gateway. */
  readonly command: string;
  readonly measureMs: number;
  readonly sampleMs: number;
}

/** Whether the memory of the gateway grows at a steady rate of actions. */
export async function watchMemory({ command, measureMs, sampleMs }: WatchTerms): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "holdpoint-bench-"));
  try {
    const gateway = await startGateway({ folder: join(folder, "data"), command });
    try {
      return [await watch(gateway, { measureMs, sampleMs, fileSystem: fileSystemOf(folder) })];
    } finally {
      await gateway.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Watch {
  readonly measureMs: number;
  readonly sampleMs: number;
  readonly fileSystem: string;
}

async function watch(gateway: Gateway, { measureMs, sampleMs, fileSystem }: Watch): Promise<Row> {
  const samples: MemorySample[] = [];
  const timer = setInterval(() => {
    const use = processUse(gateway.pid);
    if (use !== null) samples.push({ atMs: performance.now(), residentBytes: use.residentBytes });
  }, sampleMs);
  try {
    const { done, all, p99Ms } = await measureActions(gateway, gateway.requester, {
      connections: CONNECTIONS,
      warmUpMs: WARM_UP_MS,
      measureMs,
      perSecond: ACTIONS_PER_SECOND,
    });
    const { growth, ...trend } = memoryTrend(samples);
    const info = {
      ...trend,
      samples: samples.length,
      minutes: measureMs / 60_000,
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
