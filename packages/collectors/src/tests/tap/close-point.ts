import type { TestStatus } from "@holdpoint/core";
import type { OpenPoint, PendingCase, TapLevel } from "./level.ts";

/** What a point turned out to be when nothing more belongs to it. */
export interface ClosedPoint {
  readonly isSuite: boolean;
  readonly status: TestStatus;
}

/**
 * Turns a point into cases of its level: a leaf is a case; a point above others is a suite, and a case only when it
 * failed and none of those below it did.
 */
export function closePoint(level: TapLevel, point: OpenPoint): ClosedPoint {
  const { child, diagnostics, line } = point;
  const bare = point.opens && child === null ? `${point.name} {`.trim() : point.name;
  const name = bare || point.announced || `test ${level.points}`;
  const status = statusOf(point);
  const own: PendingCase = {
    suites: [],
    name,
    writtenIn: diagnostics.file,
    status,
    durationMs: diagnostics.durationMs ?? point.durationMs,
    message: status === "passed" ? null : (diagnostics.message ?? point.reason ?? child?.plan?.skipped ?? null),
    line,
  };
  if (child === null || (child.cases.length === 0 && child.points === 0)) {
    const isSuite = diagnostics.type === "suite";
    if (!(isSuite && status === "passed")) level.cases.push(own);
    return { isSuite, status };
  }
  for (const one of child.cases) level.cases.push(excused({ ...one, suites: [name, ...one.suites] }, point));
  child.compare(name);
  for (const one of child.differences) level.differences.push(one);
  if (status === "failed" && !child.cases.some((one) => one.status !== "passed" && one.status !== "skipped")) {
    level.cases.push(own);
  }
  return { isSuite: diagnostics.type === "suite", status };
}

function statusOf({ directive, ok }: OpenPoint): TestStatus {
  if (directive !== null) return "skipped";
  return ok ? "passed" : "failed";
}

/** What fails below a point that is to be done yet is no failure. */
function excused(one: PendingCase, { directive, reason }: OpenPoint): PendingCase {
  return directive === "todo" && one.status === "failed"
    ? { ...one, status: "skipped", message: one.message ?? reason }
    : one;
}
