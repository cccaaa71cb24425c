import type { Count, CoverageMetric } from "@holdpoint/core";
import { bandOf, COVERAGE_METRICS } from "@holdpoint/core";
import { escapeHtml } from "../../../reporters/html/markup.ts";
import { share } from "../summary.ts";

export type Totals = Readonly<Record<CoverageMetric, Count | null>>;

/** A row of a table of files, folders or components. */
export interface TableRow {
  readonly name: string;
  /** Of letters, digits and `./_-` alone. */
  readonly href: string;
  readonly totals: Totals;
}

interface Column {
  readonly head: string;
  readonly text: (totals: Totals) => string;
}

/** @param what head of the first column; a metric that no row measures has no column */
export function partsTable(caption: string, what: string, rows: readonly TableRow[], id = ""): string {
  const columns = columnsOf(rows);
  const heads = [what, ...columns.map(({ head }) => head)].map((head) => `<th scope=col>${head}`).join("");
  const body = rows.map((row) => rowMarkup(row, columns)).join("\n");
  const head = `<caption>${escapeHtml(caption)}</caption><thead><tr>${heads}</thead>`;
  return `<div class=wide><table${id === "" ? "" : ` id=${id}`}>${head}<tbody>\n${body}</tbody></table></div>`;
}

function columnsOf(rows: readonly TableRow[]): readonly Column[] {
  const others: readonly CoverageMetric[] = ["branches", "functions"];
  return [
    { head: "Lines", text: ({ lines }) => share(lines) },
    { head: "Uncovered", text: ({ lines }) => (lines === null ? "not measured" : String(lines.total - lines.covered)) },
    ...others
      .filter((metric) => rows.some(({ totals }) => totals[metric] !== null))
      .map((metric) => ({ head: HEADS[metric] ?? metric, text: (totals: Totals) => share(totals[metric]) })),
    { head: "Band", text: ({ lines }) => (lines === null ? "none" : (bandOf(lines)?.title ?? "none")) },
  ];
}

const HEADS: Readonly<Partial<Record<CoverageMetric, string>>> = { branches: "Branches", functions: "Functions" };

function rowMarkup({ name, href, totals }: TableRow, columns: readonly Column[]): string {
  const cells = columns.map(({ text }) => `<td>${escapeHtml(text(totals))}`);
  return `<tr><td><a href=${href}>${escapeHtml(name)}</a>${cells.join("")}`;
}

/** Every metric that is measured, with its counts. */
export function totalsTable(totals: Totals): string {
  const rows = COVERAGE_METRICS.filter((metric) => metric !== "regions" || totals.regions !== null).map((metric) => {
    const count = totals[metric];
    const [covered, uncovered] = count === null ? ["", ""] : [count.covered, count.total - count.covered];
    return `<tr><th scope=row>${metric}<td>${share(count)}<td>${covered}<td>${uncovered}`;
  });
  const heads = ["Metric", "Share", "Covered", "Uncovered"].map((head) => `<th scope=col>${head}`).join("");
  return `<table><thead><tr>${heads}</thead><tbody>${rows.join("")}</tbody></table>`;
}

/** The same in a sentence, for pages of which there are thousands. */
export function totalsText(totals: Totals): string {
  return COVERAGE_METRICS.filter((metric) => metric === "lines" || totals[metric] !== null)
    .map((metric) => {
      const count = totals[metric];
      if (count === null || count.total === 0) return `${metric} ${share(count)}`;
      return `${metric} ${share(count)} (${count.covered} of ${count.total})`;
    })
    .join(", ");
}
