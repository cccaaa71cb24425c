import { arch, cpus, platform, totalmem } from "node:os";
import type { Machine } from "./row.ts";

/** The machine as far as it bears on a figure; without its name. */
export function machine(): Machine {
  const all = cpus();
  return {
    cpu: all[0]?.model.trim() ?? "unknown",
    cores: all.length,
    memoryBytes: totalmem(),
    node: process.version,
    platform: `${platform()}-${arch()}`,
  };
}
