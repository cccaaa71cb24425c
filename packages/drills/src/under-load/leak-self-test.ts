import type { LeakSelfTest, ResourceSeries } from "@holdpoint/core";
import { judgeLeak, LEAK_DEFAULTS } from "@holdpoint/core";
import { readTree } from "../io/under-load/process-tree.ts";
import { lookWhile } from "../io/under-load/look-while.ts";
import { startTrial } from "../io/under-load/trial-program.ts";
import { pause } from "../io/pause.ts";
import { ResourceLog } from "./resource-log.ts";

const LEAK_BYTES_PER_S = 8 * 1024 * 1024;
const LASTS_MS = 6000;
const SETTLES_MS = 1500;
const LOOK_EVERY_MS = 50;
const DAY_S = 86_400;
/** A tenth of what is injected; far above what an allocator keeps for itself in so short a time. */
const LIMIT_PER_24H: number = (LEAK_BYTES_PER_S / 10) * DAY_S;
const RESOLUTION_BYTES = 8 * 1024 * 1024;

/**
 * Tries the detector on two programs at the same time: one that keeps 8 MiB more each second, and one that does the
 * same work and lets go of it. Only a detector that tells the two apart has anything to say about a third.
 */
export async function leakSelfTest({
  signal,
  nowMs,
}: {
  readonly signal: AbortSignal;
  readonly nowMs: () => number;
}): Promise<LeakSelfTest> {
  const [leaking, sound] = await Promise.all([
    readingsOf(LEAK_BYTES_PER_S, signal, nowMs),
    readingsOf(0, signal, nowMs),
  ]);
  const found = judged(leaking);
  return {
    injectedPerS: LEAK_BYTES_PER_S,
    detectedPerS: found.per24h === null ? null : found.per24h / DAY_S,
    leakFound: found.outcome === "leak",
    soundFound: judged(sound).outcome === "leak",
  };
}

function judged(series: ResourceSeries): ReturnType<typeof judgeLeak> {
  return judgeLeak(series, {
    ...LEAK_DEFAULTS,
    steadyFromMs: SETTLES_MS,
    faulted: [],
    requests: 1,
    limitPer24h: LIMIT_PER_24H,
    resolution: RESOLUTION_BYTES,
  });
}

async function readingsOf(bytesPerS: number, signal: AbortSignal, nowMs: () => number): Promise<ResourceSeries> {
  const program = await startTrial(bytesPerS);
  try {
    const log = new ResourceLog();
    const startedMs = nowMs();
    const look = async (): Promise<void> => {
      const rss = readTree(program.pid).residentBytes;
      log.add(nowMs() - startedMs, { rss, heap: null, descriptors: null, handles: null });
    };
    await lookWhile(LOOK_EVERY_MS, look, () => pause(LASTS_MS, signal));
    const series = log.series().find(({ resource }) => resource === "rss");
    if (series === undefined) throw new Error("the readings hold no memory");
    return series;
  } finally {
    await program.stop();
  }
}
