import { orphanTests } from "./find-tests.ts";
import { closingLine, isPass, suiteLines } from "./report-end.ts";
import type { SuiteEnd, SuiteOptions } from "./run-suite.ts";
import { runSuite } from "./run-suite.ts";
import type { Suite } from "./table.ts";
import { SUITES } from "./table.ts";

/** Runs suites one after the other, prints results and the closing line; true when there were tests and all passed. */
export async function runSuites(
  suites: readonly Suite[],
  options: SuiteOptions,
  print: (line: string) => void,
): Promise<boolean> {
  const ends: SuiteEnd[] = [];
  for (const suite of suites) {
    const end = await endOf(suite, options);
    ends.push(end);
    for (const line of suiteLines(end)) print(line);
  }
  const orphans = orphanTests(options.root, SUITES);
  for (const file of orphans) print(`${file}: no suite runs a file of this name`);
  print(closingLine(ends));
  const passed = ends.reduce((total, end) => total + end.passed, 0);
  return passed > 0 && ends.every(isPass) && orphans.length === 0;
}

async function endOf(suite: Suite, options: SuiteOptions): Promise<SuiteEnd> {
  try {
    return await runSuite(suite, options);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { name: suite.name, files: 0, passed: 0, failed: 0, skipped: 0, problems: [problem], durationMs: 0 };
  }
}
