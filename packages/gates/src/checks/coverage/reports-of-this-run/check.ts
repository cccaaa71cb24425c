import type { Check, CheckInput, CoverageBody, EvidenceInput, Finding, SuiteReport } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude, only } from "../../../conclude.ts";
import { reportsByPath, suiteRuns, suitesThatRan } from "../../../evidence/suite-runs.ts";
import { choiceParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const imported = choiceParam(input.params, "imported", ["warn", "allow"]);
  const coverage = input.of<CoverageBody>(KIND.coverage);
  const ran = suitesThatRan(input);
  const files = coverage.flatMap(({ evidence }) => evidence.inputs);
  if (ran.length === 0 && suiteRuns(input).length > 0) return importedFinding(files.length, imported);
  const written = reportsByPath(ran);
  const problems = coverage.flatMap(({ evidence }) =>
    evidence.inputs.length === 0
      ? [noInput(evidence.body.report)]
      : evidence.inputs.flatMap((file) => problemsOf(file, written.get(file.name))),
  );
  return conclude(problems, {
    reason: `${count(files.length, "coverage file")} written by this run`,
    observed: files.length,
    threshold: files.length,
  });
}

function problemsOf({ name, sha256 }: EvidenceInput, report: SuiteReport | undefined): Problem[] {
  const fail = (code: string, text: string, observed: string, flip: string): Problem[] => [
    {
      outcome: "fail",
      code,
      text,
      observed,
      threshold: "written by this run",
      flip,
      locations: [{ file: name, text }],
    },
  ];
  if (report === undefined) {
    return fail(
      "unclaimed",
      `no suite of this run says that it writes ${name}`,
      "unclaimed",
      `would pass with ${name} in \`writes\` of a suite`,
    );
  }
  if (!report.fresh) {
    return fail(
      "stale",
      `${name} was there before and its suite did not write it again`,
      "older than the run",
      "would pass once the suite writes it",
    );
  }
  if (report.sha256 === sha256) return [];
  return fail(
    "changed",
    `${name} was changed between the end of its suite and its reading`,
    sha256,
    `would pass with ${report.sha256}`,
  );
}

function noInput(report: string): Problem {
  return {
    outcome: "missing",
    code: "no-input",
    text: `the report "${report}" does not say from which files it was read`,
    observed: 0,
    threshold: "at least 1 file",
    flip: "would be judged with the digest of 1 file",
  };
}

function importedFinding(files: number, imported: "warn" | "allow"): Finding {
  const problem: Problem = {
    outcome: "warn",
    code: "imported",
    text: `${count(files, "coverage file")} imported: nobody saw a suite write ${files === 1 ? "it" : "them"}`,
    observed: "imported",
    threshold: "written by this run",
    flip: "would pass with `run` in the suite and fresh evidence",
  };
  if (imported === "warn") return only(problem);
  return { ...only(problem), outcome: "not-applicable" };
}
