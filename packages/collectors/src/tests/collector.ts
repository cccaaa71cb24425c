import type { Collected, CollectContext, Collector, SuiteConfig, TestReport, TestResultsBody } from "@holdpoint/core";
import { HoldpointError, KIND } from "@holdpoint/core";
import { readGlobs } from "../io/read-globs.ts";
import { TEST_CASES_MAX } from "../reading/limits.ts";
import { SeenInputs } from "../reading/seen-inputs.ts";
import { readTestReport } from "./formats.ts";
import { joinReports } from "./join/join-reports.ts";
import type { ReadTests } from "./read-report.ts";

/** The part of the configuration that this collector is given. */
export interface TestResultsConfig {
  readonly suites: readonly SuiteConfig[];
}

/**
 * What the reports of each judged suite say, a piece of evidence a suite. Every glob must fit at least one file; its
 * content tells its format, and formats may be mixed (see `joinReports` for what that means). A suite whose reports
 * list no test has 0 samples, which is never a pass.
 */
export const testResultsCollector: Collector = {
  kind: KIND.testResults,
  part: "suites",
  version: "2",
  async collect(context: CollectContext): Promise<readonly Collected<TestResultsBody>[]> {
    const { suites } = context.config as TestResultsConfig;
    const collected: Collected<TestResultsBody>[] = [];
    for (const suite of suites) {
      if (suite.judged && suite.results.length > 0) collected.push(await collectSuite(suite, context));
    }
    return collected;
  },
};

async function collectSuite(suite: SuiteConfig, context: CollectContext): Promise<Collected<TestResultsBody>> {
  const reads: ReadTests[] = [];
  const seen = new SeenInputs();
  let listed = 0;
  for await (const file of readGlobs(context.root, suite.results, context.signal)) {
    const read = readTestReport(file.bytes, { file: file.path, root: context.root });
    seen.add(file);
    reads.push(read);
    listed += read.cases.length;
    if (listed > TEST_CASES_MAX) {
      throw new HoldpointError("HP-READ-TOO-LARGE", `suite ${suite.id} has more than ${TEST_CASES_MAX} tests`, {
        file: file.path,
      });
    }
  }
  const reports = reads.map(({ report }) => report);
  const { cases, contradictions } = joinReports(reads);
  return {
    kind: KIND.testResults,
    provenance: "imported",
    producer: { name: producerOf(reports), version: "unknown" },
    ...seen.finish(),
    samples: cases.length,
    body: {
      suite: suite.id,
      reports,
      cases,
      mismatches: reads.flatMap(({ mismatches }) => mismatches),
      contradictions,
    },
  };
}

function producerOf(reports: readonly TestReport[]): string {
  return [...new Set(reports.map(({ dialect }) => dialect))].sort().join("+");
}
