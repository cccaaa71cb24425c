import type { Count, CoverageMismatch, CoverageRemark, CoverageRemarkCode, ErrorCode } from "@holdpoint/core";
import { isHoldpointError } from "@holdpoint/core";

/** Something about a report that a person has to know. */
export interface Finding {
  readonly code: ErrorCode;
  /** An error makes the exit code 1. */
  readonly severity: "error" | "warning";
  /** Report as it was named; null when it is about no single one. */
  readonly file: string | null;
  /** In the report, both from 1, the column in bytes; null where nothing is known. */
  readonly position: { readonly line: number; readonly column: number | null } | null;
  readonly text: string;
}

const REMARKS: Readonly<Record<CoverageRemarkCode, ErrorCode>> = {
  "duplicate-file": "HP-COVERAGE-DUPLICATE-FILE",
  "hits-saturated": "HP-COVERAGE-HITS-SATURATED",
  "nothing-measured": "HP-COVERAGE-NOTHING-MEASURED",
  "rate-differs": "HP-COVERAGE-RATE-DIFFERS",
  "more-remarks": "HP-COVERAGE-MORE-FINDINGS",
};

/** What a reader remarked: understood, so it is no error. */
export function remarkFinding({ code, file, line, column, text }: CoverageRemark): Finding {
  return { code: REMARKS[code], severity: "warning", file, position: { line, column }, text };
}

/** A report that contradicts itself. */
export function mismatchFinding({ file, line, metric, declared, counted }: CoverageMismatch): Finding {
  const shown = ({ covered, total }: Count): string => `${covered} of ${total}`;
  const text = `declares ${shown(declared)} ${metric}, its records make ${shown(counted)}`;
  return { code: "HP-COVERAGE-DECLARED", severity: "error", file, position: { line, column: null }, text };
}

/** A report that could not be read; what is no error of reading is thrown on. */
export function unreadableFinding(thrown: unknown, file: string): Finding {
  if (!isHoldpointError(thrown) || !thrown.code.startsWith("HP-READ-")) throw thrown;
  const { line, column } = thrown.place;
  const position = line === undefined ? null : { line, column: column ?? null };
  return { code: thrown.code, severity: "error", file, position, text: thrown.message };
}

/** Of one report with nothing in it; takes the place of whatever the reader remarked about that. */
export function emptyFinding(file: string, remarks: readonly CoverageRemark[]): Finding {
  const first = remarks.find(({ code }) => code === "nothing-measured");
  return {
    code: "HP-COVERAGE-NOTHING-MEASURED",
    severity: "error",
    file,
    position: first === undefined ? null : { line: first.line, column: first.column },
    text: "the report lists nothing that could be covered, and 0 of 0 is no share",
  };
}
