import { readFileSync } from "node:fs";

/**
 * Most memory that this process itself has had, in bytes. `ru_maxrss` of a started program begins with what its parent
 * had at that moment, so Linux is asked for the high-water mark of the program's own memory.
 */
export function peakMemoryBytes(): number {
  try {
    const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1];
    if (kibibytes !== undefined) return Number(kibibytes) * 1024;
  } catch {
    // Elsewhere there is no such file.
  }
  return process.resourceUsage().maxRSS * 1024;
}
