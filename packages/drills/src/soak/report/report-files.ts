import { auditMarkdown, auditOf } from "./audit.ts";
import { deltaReportOf } from "./delta-report.ts";
import { failuresMarkdown, failuresOf } from "./failures.ts";
import { recommendationsMarkdown, recommendationsOf } from "./recommendations.ts";
import type { ReportInput } from "./report-input.ts";
import { snapshotMarkdown, snapshotOf } from "./snapshot.ts";
import { tuningReportOf } from "./tuning-report.ts";

/** Name and text of a file. */
export type ReportFile = readonly [name: string, text: string];

/**
 * Every report of a run. The same run makes the same bytes.
 *
 * @example
 * reportFiles({ record, body }).map(([name]) => name); // ["SNAPSHOT.json", "SNAPSHOT.md", "AUDIT.json", …]
 */
export function reportFiles(input: ReportInput): readonly ReportFile[] {
  const snapshot = snapshotOf(input);
  const audit = auditOf(input);
  const recommendations = recommendationsOf(input);
  const failures = failuresOf(input);
  const units = new Map(input.body.terms.kpis.map(({ id, unit }) => [id, unit]));
  return [
    ["SNAPSHOT.json", json(snapshot)],
    ["SNAPSHOT.md", snapshotMarkdown(snapshot, units)],
    ["AUDIT.json", json(audit)],
    ["AUDIT.md", auditMarkdown(audit)],
    ["RECOMMENDATIONS.json", json(recommendations)],
    ["RECOMMENDATIONS.md", recommendationsMarkdown(recommendations)],
    ["FAILURES.json", json(failures)],
    ["FAILURES.md", failuresMarkdown(failures)],
    ["TUNING_REPORT.json", json(tuningReportOf(input))],
    ["DELTA_VERIFY_REPORT.json", json(deltaReportOf(input))],
  ];
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
