import { readFileSync, readdirSync } from "node:fs";

/** What a process and all that it started have used. */
export interface ProcessUse {
  readonly cpuSeconds: number;
  readonly residentBytes: number;
}

/** Linux counts in hundredths of a second for user space, on every architecture it runs Node on. */
const TICKS_PER_SECOND = 100;
const PARENT = 1;
const USER_TICKS = 11;
const SYSTEM_TICKS = 12;
const KIBIBYTE = 1024;

/** A process and all that it started, as far as `/proc` shows. */
export function familyPids(pid: number): number[] {
  return familyOf(pid, processes());
}

/** Null where there is no `/proc`, or no such process. */
export function processUse(pid: number): ProcessUse | null {
  const all = processes();
  if (!all.has(pid)) return null;
  let cpuTicks = 0;
  let residentBytes = 0;
  for (const member of familyOf(pid, all)) {
    const fields = all.get(member);
    cpuTicks += Number(fields?.[USER_TICKS]) + Number(fields?.[SYSTEM_TICKS]);
    residentBytes += residentOf(member);
  }
  return { cpuSeconds: cpuTicks / TICKS_PER_SECOND, residentBytes };
}

/** A process and its descendants, each once. */
function familyOf(pid: number, all: ReadonlyMap<number, readonly string[]>): number[] {
  const family = [pid];
  for (const parent of family) {
    for (const [child, fields] of all) if (Number(fields[PARENT]) === parent) family.push(child);
  }
  return family;
}

/** Fields of `/proc/PID/stat` after the name, which may itself have spaces and brackets. */
function processes(): Map<number, string[]> {
  const all = new Map<number, string[]>();
  for (const name of read(() => readdirSync("/proc")) ?? []) {
    if (!/^\d+$/.test(name)) continue;
    const stat = read(() => readFileSync(`/proc/${name}/stat`, "utf8"));
    if (stat !== null) all.set(Number(name), stat.slice(stat.lastIndexOf(")") + 2).split(" "));
  }
  return all;
}

function residentOf(pid: number): number {
  const status = read(() => readFileSync(`/proc/${pid}/status`, "utf8"));
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status ?? "")?.[1] ?? 0) * KIBIBYTE;
}

/** A process may end while it is looked at. */
function read<Value>(get: () => Value): Value | null {
  try {
    return get();
  } catch {
    return null;
  }
}
