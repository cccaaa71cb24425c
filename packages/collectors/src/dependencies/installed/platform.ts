import type { LockEntry } from "../lockfile/entry.ts";

/** As `process.platform` and `process.arch` name them. */
export interface Platform {
  readonly os: string;
  readonly cpu: string;
}

/** True where npm leaves a package out: it is optional, or not for this platform. */
export function mayBeAbsent(entry: LockEntry, platform: Platform): boolean {
  return entry.optional || !fits(entry.os, platform.os) || !fits(entry.cpu, platform.cpu);
}

/** npm's rule for `os` and `cpu`: nothing that is named behind `!`, and one of the others when there are any. */
export function fits(wanted: readonly string[], actual: string): boolean {
  if (wanted.length === 0 || (wanted.length === 1 && wanted[0] === "any")) return true;
  if (wanted.includes(`!${actual}`)) return false;
  const named = wanted.filter((one) => !one.startsWith("!"));
  return named.length === 0 || named.includes(actual);
}
