import type { Count } from "@holdpoint/core";
import { COVERAGE_METRICS, formatPercent } from "@holdpoint/core";
import { indented, table } from "../../format/table.ts";
import type { MetricCounts } from "./combine.ts";
import type { ReportDocument } from "./document.ts";
import type { Finding } from "./finding.ts";

/** Most findings that a person is shown; `--json` lists them all. */
const FINDINGS_SHOWN = 50;

/** What a person reads: a line for each metric, files where they were asked for, findings with their places. */
export function reportText(document: ReportDocument): string {
  const { files, reports, findings, perFile } = document;
  const formats = [...new Set(reports.map(({ format }) => format))].join(", ");
  const head =
    reports.length === 0
      ? "No report could be read"
      : `${counted(files, "file")} in ${counted(reports.length, "report")} (${formats})`;
  return [
    head,
    ...(reports.length === 0 ? [] : ["", ...table(metricRows(document))]),
    ...(perFile === undefined ? [] : ["", ...table([FILE_HEADS, ...perFile.map(fileRow)])]),
    ...(findings.length === 0 ? [] : ["", ...findingLines(findings)]),
  ].join("\n");
}

function metricRows(counts: MetricCounts): string[][] {
  return COVERAGE_METRICS.filter((metric) => metric !== "regions" || counts.regions !== null).map((metric) => {
    const count = counts[metric];
    if (count === null) return [metric, "not measured"];
    const { covered, total } = count;
    return [metric, formatPercent(covered, total), `${covered} of ${total}`, `${total - covered} uncovered`];
  });
}

const FILE_HEADS = ["file", "lines", "branches", "functions", "uncovered lines"];

function fileRow({ path, lines, branches, functions }: { readonly path: string } & MetricCounts): string[] {
  const percent = (count: Count | null): string => (count === null ? "-" : formatPercent(count.covered, count.total));
  const uncovered = lines === null ? "-" : String(lines.total - lines.covered);
  return [path, percent(lines), percent(branches), percent(functions), uncovered];
}

function findingLines(findings: readonly Finding[]): string[] {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const head = `${counted(errors, "error")}, ${counted(findings.length - errors, "warning")}`;
  const shown = findings.slice(0, FINDINGS_SHOWN).map(({ severity, code, text, file, position }) => {
    const place = [file, position?.line, position?.column].filter((part) => part !== undefined && part !== null);
    return `${severity}: ${place.length === 0 ? "" : `${place.join(":")}: `}${text} [${code}]`;
  });
  const rest = findings.length - shown.length;
  return [head, ...indented([...shown, ...(rest > 0 ? [`and ${rest} more; --json lists them`] : [])])];
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
