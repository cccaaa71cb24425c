import type { TestCase, TestContradiction, ToldVerdict, TotalsMismatch } from "@holdpoint/core";
import type { HoldpointError } from "@holdpoint/core";
import type { ReadTests } from "@holdpoint/collectors";
import { verdictOf } from "@holdpoint/collectors";

/** Something that is wrong with the reports; a failed test is none, it is a result. */
export interface TestsFinding {
  /** A registered error of reading, or one of the words below. */
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly file: string;
  readonly position: { readonly line: number; readonly column: number } | null;
  readonly text: string;
}

/** A file that could not be read. */
export function unreadable(file: string, { code, message, place }: HoldpointError): TestsFinding {
  const { line, column } = place;
  const position = line === undefined ? null : { line, column: column ?? 1 };
  return { code, severity: "error", file, position, text: message };
}

/** What one report says about itself that is not so. */
export function reportFindings({ report, mismatches }: ReadTests): readonly TestsFinding[] {
  const { file } = report;
  const found = mismatches.map((one) => mismatch(file, one));
  if (report.cases > 0) return found;
  const text = "the report lists no test, which is never a pass";
  return [{ code: "no-tests", severity: "error", file, position: null, text }, ...found];
}

function mismatch(file: string, { line, suite, what, declared, counted }: TotalsMismatch): TestsFinding {
  const where = suite === "" ? "" : ` for "${suite}"`;
  const text = `declares ${declared} ${what}${where} but lists ${counted}`;
  return { code: "totals-disagree", severity: "error", file, position: { line, column: 1 }, text };
}

/** A test that two reports of one run tell differently; both are named. */
export function contradiction({ test, first, second }: TestContradiction): TestsFinding {
  const isAbsent = first.status === null || second.status === null;
  const at = first.status === null ? second : first;
  const other = at === first ? second : first;
  return {
    code: isAbsent ? "not-in-every-report" : "contradiction",
    severity: "error",
    file: at.report,
    position: at.line === null ? null : { line: at.line, column: 1 },
    text: `${test} is ${told(at)} in ${placeOf(at)} and ${told(other)} in ${placeOf(other)}`,
  };
}

function told({ status }: ToldVerdict): string {
  return status ?? "not listed";
}

function placeOf({ report, line }: ToldVerdict): string {
  return line === null ? report : `${report}:${line}`;
}

/** Tests of one name within one format: two verdicts are a contradiction, the same one twice may be the same test. */
export function repeated(cases: readonly TestCase[]): readonly TestsFinding[] {
  const byId = new Map<string, TestCase>();
  return cases.flatMap((test): TestsFinding[] => {
    const known = byId.get(test.id);
    if (known === undefined) {
      byId.set(test.id, test);
      return [];
    }
    const isSame = verdictOf(known) === verdictOf(test);
    const places = `${known.status} in ${known.report}:${known.line} and ${test.status} in ${test.report}:${test.line}`;
    return [
      {
        code: isSame ? "duplicate" : "contradiction",
        severity: isSame ? "warning" : "error",
        file: test.report,
        position: { line: test.line, column: 1 },
        text: `${test.id} is ${places}`,
      },
    ];
  });
}
