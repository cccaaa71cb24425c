import { shortDuration } from "../format/duration.ts";
import { indented, table } from "../format/table.ts";
import type { TestsFinding } from "./finding.ts";
import type { ShownTest, TestsReport } from "./report.ts";

const LISTED_MAX = 50;

/** The report for a person: files, counts, what failed and where, what is wrong, what is slow. */
export function testsReportText(report: TestsReport): string {
  const { reports, failures, findings, slowest } = report;
  return [
    ...table(reports.map(({ file, format, dialect, tests }) => [file, format, dialect, `${tests} tests`])),
    ...(reports.length === 0 ? [] : [""]),
    counts(report),
    ...section("Failed", failures.map(failure)),
    ...section("Findings", findings.map(finding)),
    ...section("Slowest", table(slowest.map(({ id, durationMs }) => [shortDuration(durationMs ?? 0), oneLine(id)]))),
  ].join("\n");
}

function counts({ tests, passed, failed, errored, skipped, flaky, durationMs }: TestsReport): string {
  const parts = [`${passed} passed`, `${failed} failed`, `${errored} errored`, `${skipped} skipped`, `${flaky} flaky`];
  const time = durationMs === null ? "" : ` in ${shortDuration(durationMs)}`;
  return `${tests} ${tests === 1 ? "test" : "tests"}${time}: ${parts.join(", ")}`;
}

function section(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const rest = lines.length - LISTED_MAX;
  const more = rest > 0 ? [`and ${rest} more; --json lists all`] : [];
  return ["", title, ...indented([...lines.slice(0, LISTED_MAX), ...more])];
}

function failure({ id, status, message, report, line }: ShownTest): string {
  const said = message === null ? "" : `: ${message.trim().split(/\r?\n/, 1)[0] ?? ""}`;
  return oneLine(`${report}:${line} ${status} ${id}${said}`);
}

function finding({ severity, code, file, position, text }: TestsFinding): string {
  const place = position === null ? file : `${file}:${position.line}:${position.column}`;
  return oneLine(`${severity} ${place}: ${text} [${code}]`);
}

/** Control characters of a report have no business in a terminal. */
function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, " ");
}
