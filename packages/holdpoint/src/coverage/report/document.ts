import type { Count, CoverageFormat } from "@holdpoint/core";
import { metricCount } from "@holdpoint/collectors";
import { COVERAGE_METRICS } from "@holdpoint/core";
import type { MetricCounts } from "./combine.ts";
import { byFormat, combineFormats, sumCounts } from "./combine.ts";
import { findContradictions } from "./contradictions.ts";
import type { Finding } from "./finding.ts";
import { emptyFinding, mismatchFinding, remarkFinding } from "./finding.ts";
import type { Lookup } from "./keys.ts";
import { keyAll } from "./keys.ts";
import type { ReadInput } from "./read-input.ts";

export const COVERAGE_REPORT_SCHEMA = "holdpoint/coverage-report/v1";

/** Most findings that are listed; the last one then says how many there were. */
export const FINDINGS_MAX = 1_000;

/** What `coverage report` prints; `null` for a metric that no report measured. */
export interface ReportDocument {
  readonly schema: typeof COVERAGE_REPORT_SCHEMA;
  /** How many source files are counted. */
  readonly files: number;
  readonly lines: Count | null;
  readonly branches: Count | null;
  readonly functions: Count | null;
  readonly statements: Count | null;
  readonly regions: Count | null;
  readonly findings: readonly Finding[];
  /** Reports that could be read, in the order in which they were named. */
  readonly reports: readonly {
    readonly file: string;
    readonly format: CoverageFormat;
    readonly instrumenter: string;
  }[];
  /** Only with `--files`, by path. */
  readonly perFile?: readonly ({ readonly path: string } & MetricCounts)[];
}

export interface DocumentTerms extends Lookup {
  /** Of reports that could not be read. */
  readonly unreadable: readonly Finding[];
  readonly withFiles: boolean;
}

/** Everything that the reports say together. Their order makes no difference but to the list of them. */
export function reportDocument(inputs: readonly ReadInput[], terms: DocumentTerms): ReportDocument {
  const { keyed, findings: unresolved } = keyAll(inputs, terms);
  const formats = byFormat(keyed);
  const combined = combineFormats(formats);
  const findings = [
    ...terms.unreadable,
    ...inputs.flatMap(ownFindings),
    ...findContradictions(keyed, formats),
    ...unresolved,
  ];
  return {
    schema: COVERAGE_REPORT_SCHEMA,
    files: combined.size,
    ...sumCounts(combined.values()),
    findings: bounded(findings),
    reports: inputs.map(({ name, format, read }) => ({ file: name, format, instrumenter: read.instrumenter })),
    ...(terms.withFiles ? { perFile: [...combined].map(([path, counts]) => ({ path, ...counts })) } : {}),
  };
}

/** What a report is blamed for by itself. */
function ownFindings({ name, read }: ReadInput): readonly Finding[] {
  const isEmpty = [...read.files.values()].every((counts) =>
    COVERAGE_METRICS.every((metric) => (metricCount(counts, metric)?.total ?? 0) === 0),
  );
  const remarks = read.remarks.filter(({ code }) => !isEmpty || code !== "nothing-measured").map(remarkFinding);
  return [...(isEmpty ? [emptyFinding(name, read.remarks)] : []), ...read.mismatches.map(mismatchFinding), ...remarks];
}

/** Errors first; each kind in the order of reports, places and texts. */
function bounded(findings: readonly Finding[]): readonly Finding[] {
  const sorted = [...findings].sort(
    (a, b) =>
      compare(a.severity, b.severity) ||
      compare(a.file ?? "", b.file ?? "") ||
      (a.position?.line ?? 0) - (b.position?.line ?? 0) ||
      compare(a.text, b.text),
  );
  if (sorted.length <= FINDINGS_MAX) return sorted;
  const kept = sorted.slice(0, FINDINGS_MAX - 1);
  const text = `${sorted.length} findings in all, of which the first ${kept.length} are listed`;
  return [...kept, { code: "HP-COVERAGE-MORE-FINDINGS", severity: "warning", file: null, position: null, text }];
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
