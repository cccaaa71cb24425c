import type { CheckInput, SuiteReport, SuiteRunBody } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../bodies.ts";
import { byText } from "../text.ts";

/** How the command of each suite ended, by suite name; an imported suite has an empty `argv`. */
export function suiteRuns(input: CheckInput): readonly SuiteRunBody[] {
  return bodiesOf<SuiteRunBody>(input, KIND.suiteRun).toSorted((a, b) => byText(a.suite, b.suite));
}

/** Those whose command this run started itself. */
export function suitesThatRan(input: CheckInput): readonly SuiteRunBody[] {
  return suiteRuns(input).filter((run) => run.argv.length > 0);
}

/** Reports of several suites by path. Where two suites name the same file, the one that wrote it speaks for it. */
export function reportsByPath(runs: readonly SuiteRunBody[]): ReadonlyMap<string, SuiteReport> {
  const byPath = new Map<string, SuiteReport>();
  for (const report of runs.flatMap((run) => run.reports)) {
    if (byPath.get(report.path)?.fresh !== true) byPath.set(report.path, report);
  }
  return byPath;
}
