import type {
  Collected,
  CollectContext,
  Collector,
  SuiteConfig,
  TestCase,
  TestReport,
  TestResultsBody,
  TotalsMismatch,
} from "@holdpoint/core";
import { HoldpointError, KIND } from "@holdpoint/core";
import { readGlobs } from "../io/read-globs.ts";
import { TEST_CASES_MAX } from "../reading/limits.ts";
import { SeenInputs } from "../reading/seen-inputs.ts";
import { readJunit } from "./junit/read.ts";

/** The part of the configuration that this collector is given. */
export interface TestResultsConfig {
  readonly suites: readonly SuiteConfig[];
}

/**
 * What the reports of each judged suite say, a piece of evidence a suite. Every glob must fit at least one file. A
 * suite whose reports list no test has 0 samples, which is never a pass.
 */
export const testResultsCollector: Collector = {
  kind: KIND.testResults,
  version: "1",
  async collect(context: CollectContext): Promise<readonly Collected<TestResultsBody>[]> {
    const { suites } = context.config as TestResultsConfig;
    const collected: Collected<TestResultsBody>[] = [];
    for (const suite of suites) {
      if (suite.judged && suite.junit.length > 0) collected.push(await collectSuite(suite, context));
    }
    return collected;
  },
};

async function collectSuite(suite: SuiteConfig, context: CollectContext): Promise<Collected<TestResultsBody>> {
  const reports: TestReport[] = [];
  const cases: TestCase[] = [];
  const mismatches: TotalsMismatch[] = [];
  const seen = new SeenInputs();
  for await (const file of readGlobs(context.root, suite.junit, context.signal)) {
    const read = readJunit(file.bytes, { file: file.path, root: context.root });
    seen.add(file);
    reports.push(read.report);
    for (const one of read.cases) cases.push(one);
    for (const one of read.mismatches) mismatches.push(one);
    if (cases.length > TEST_CASES_MAX) {
      throw new HoldpointError("HP-READ-TOO-LARGE", `suite ${suite.id} has more than ${TEST_CASES_MAX} tests`, {
        file: file.path,
      });
    }
  }
  return {
    kind: KIND.testResults,
    provenance: "imported",
    producer: { name: producerOf(reports), version: "unknown" },
    ...seen.finish(),
    samples: cases.length,
    body: { suite: suite.id, reports, cases, mismatches },
  };
}

function producerOf(reports: readonly TestReport[]): string {
  return [...new Set(reports.map(({ dialect }) => dialect))].sort().join("+");
}
