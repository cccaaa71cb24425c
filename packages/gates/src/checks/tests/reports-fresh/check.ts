import type { Check, CheckInput, Finding, SuiteReport, SuiteRunBody, TestResultsBody } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { reportsByPath, suitesThatRan } from "../../../evidence/suite-runs.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const ran = suitesThatRan(input);
  const read = input.of<TestResultsBody>(KIND.testResults);
  if (ran.length === 0) {
    return {
      outcome: "not-applicable",
      code: "imported",
      observed: "imported",
      threshold: "run by Holdpoint",
      reason: "every suite's reports were imported, so that none was written by this run",
      flip: "would be judged for a suite that Holdpoint runs",
    };
  }
  const written = reportsByPath(ran);
  const problems = ran.flatMap((run) => [
    ...run.reports.flatMap((report) => reportProblem(run.suite, report)),
    ...read
      .filter(({ evidence }) => evidence.body.suite === run.suite)
      .flatMap(({ evidence }) => readProblem(run, evidence.inputs, written)),
  ]);
  const reason = `${count(written.size, "report")} of ${count(ran.length, "suite")} written by this run`;
  return conclude(problems, { reason, observed: written.size, threshold: written.size });
}

function reportProblem(suite: string, report: SuiteReport): Problem[] {
  const { path, sha256, fresh } = report;
  const locations = [{ file: path, text: `${suite}: ${sha256 === null ? "not there" : "not written by this run"}` }];
  if (sha256 === null) {
    return [
      {
        outcome: "fail",
        code: "report-absent",
        text: `${suite} ran and left no ${path}`,
        observed: "absent",
        threshold: "written by this run",
        flip: "would pass once the suite writes it",
        locations,
      },
    ];
  }
  if (fresh) return [];
  return [
    {
      outcome: "fail",
      code: "report-stale",
      text: `${path} was there before ${suite} ran and was not written again`,
      observed: "older than the run",
      threshold: "written by this run",
      flip: "would pass once the suite writes it",
      locations,
    },
  ];
}

type Inputs = readonly { readonly name: string; readonly sha256: string }[];

/** What the collector read must be what the suite wrote, byte for byte. */
function readProblem(run: SuiteRunBody, inputs: Inputs, written: ReadonlyMap<string, SuiteReport>): Problem[] {
  if (run.reports.length === 0) {
    return [
      {
        outcome: "fail",
        code: "no-report",
        text: `${run.suite} was judged by results that its run does not list`,
        observed: 0,
        threshold: "at least 1 report",
        flip: "would pass with the report in `results` of the suite",
      },
    ];
  }
  return inputs.flatMap(({ name, sha256 }): Problem[] => {
    const report = written.get(name);
    if (report === undefined || report.sha256 === null || report.sha256 === sha256) return [];
    return [
      {
        outcome: "fail",
        code: "report-changed",
        text: `${name} was changed between the end of ${run.suite} and its reading`,
        observed: sha256,
        threshold: report.sha256,
        flip: "would pass if the report were read as the suite wrote it",
        locations: [{ file: name, text: `${run.suite}: changed after the suite ended` }],
      },
    ];
  });
}
