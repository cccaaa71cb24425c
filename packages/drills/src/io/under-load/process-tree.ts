import { readdirSync, readFileSync } from "node:fs";

/** What a process and all that it started hold; null where the system does not tell. */
export interface TreeReading {
  readonly residentBytes: number | null;
  readonly descriptors: number | null;
  readonly processes: number;
}

/** A command that starts a command that starts a program is one of three; more has no end. */
const PROCESSES_MAX = 1000;

/**
 * Reads memory and descriptors of a process and its descendants from `/proc` (proc(5)); nothing but nulls where there
 * is none, and where the process is gone.
 */
export function readTree(pid: number): TreeReading {
  const pids = treeOf(pid);
  const resident = pids.map(residentBytesOf);
  const descriptors = pids.map(descriptorsOf);
  return { residentBytes: sum(resident), descriptors: sum(descriptors), processes: pids.length };
}

function treeOf(pid: number): number[] {
  const pids = [pid];
  for (let at = 0; at < pids.length && pids.length < PROCESSES_MAX; at += 1) pids.push(...childrenOf(pids[at] ?? 0));
  return pids;
}

function childrenOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, "utf8")
        .split(" ")
        .filter((child) => child !== "")
        .map(Number),
    );
  } catch {
    return [];
  }
}

function residentBytesOf(pid: number): number | null {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}

function descriptorsOf(pid: number): number | null {
  try {
    return readdirSync(`/proc/${pid}/fd`).length;
  } catch {
    return null;
  }
}

/** Of a tree of which one part cannot be read, nothing is known. */
function sum(values: readonly (number | null)[]): number | null {
  return values.reduce((total, value) => (total === null || value === null ? null : total + value), 0);
}
