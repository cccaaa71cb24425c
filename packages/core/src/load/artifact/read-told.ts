import type { Json } from "../../noun/json.ts";
import type { Counts, RunSecond } from "../run/run-second.ts";
import type { LoadSecond } from "../second.ts";
import type { ArtifactHeader } from "./header.ts";
import type { WrittenSecond } from "./written-second.ts";

/** What a second tells besides its series. */
export type ToldSecond = Pick<RunSecond, "started" | "failures" | "checksPassed" | "checksFailed">;

const KINDS_MAX = 10_000;

/** What a second tells besides its series, or what is wrong with it, as a clause; version 1 tells nothing. */
export function readTold(
  written: WrittenSecond,
  run: LoadSecond | undefined,
  { made }: ArtifactHeader,
): ToldSecond | string {
  const sent = run?.sent ?? 0;
  if (made === undefined) return { started: sent, failures: [], checksPassed: [], checksFailed: [] };
  const { started = sent, failures = [], checks = [] } = written;
  if (!isCount(started) || started > sent) return `started is no count of what was sent`;
  if (!Array.isArray(failures) || failures.length > KINDS_MAX || !failures.every(isKind))
    return "failures are no counts by kind";
  const [lost, all] = [(run?.failed ?? 0) + (run?.dropped ?? 0), sum(failures as Counts)];
  if (all !== lost) return `${all} failures by kind of ${lost} that failed or were dropped`;
  if (!Array.isArray(checks)) return "checks are no list";
  const passed: [string, number][] = [];
  const failed: [string, number][] = [];
  for (const one of checks as readonly Json[]) {
    const [at, held, not] = Array.isArray(one) ? (one as readonly Json[]) : [];
    const name = isCount(at) ? made.checks[at] : undefined;
    if (name === undefined || !isCount(held) || !isCount(not))
      return "a check that the header does not name, or without counts";
    if (held > 0) passed.push([name, held]);
    if (not > 0) failed.push([name, not]);
  }
  return { started, failures: failures as Counts, checksPassed: passed, checksFailed: failed };
}

function isCount(value: Json | undefined): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isKind(one: unknown): boolean {
  if (!Array.isArray(one)) return false;
  const [kind, count] = one as readonly Json[];
  return typeof kind === "string" && isCount(count);
}

function sum(counts: Counts): number {
  return counts.reduce((all, [, count]) => all + count, 0);
}
