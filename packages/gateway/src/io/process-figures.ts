import { readdirSync } from "node:fs";
import process from "node:process";
import type { ProcessFigures } from "../metrics/process-metrics.ts";

/** Figures of this process, read at each call. */
export function processFigures(): ProcessFigures {
  const { rss, heapUsed } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  return {
    startedAtSeconds: Math.round((performance.timeOrigin / 1000) * 1000) / 1000,
    residentBytes: rss,
    heapUsedBytes: heapUsed,
    cpuSeconds: (user + system) / 1_000_000,
    openDescriptors: openDescriptors(),
    activeResources: process.getActiveResourcesInfo().length,
  };
}

function openDescriptors(): number | null {
  try {
    // One of them is the folder that is being read.
    return readdirSync("/proc/self/fd").length - 1;
  } catch {
    return null;
  }
}
