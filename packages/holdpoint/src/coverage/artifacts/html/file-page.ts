import { escapeHtml } from "../../../reporters/html/markup.ts";
import type { ArtifactFile, ArtifactSubject } from "../part.ts";
import { folderOf, folderPage } from "./names.ts";
import { shell } from "./shell.ts";
import { LINES_SHOWN_MAX, sourceLinesOf, sourceList } from "./source-lines.ts";
import { totalsText } from "./tables.ts";

/** What lies in the work tree under a file's path. */
export type SourceText =
  | { readonly text: string; /** Written after the reports were. */ readonly isLater: boolean }
  | { readonly absent: string };

const UP = "../";
const RANGES_MAX = 8;
const LEGEND = "Beside a line: times hit, ways taken of all, functions uncalled.";

/** One source file with its marks. */
export function fileHtml({ path, counts, marks }: ArtifactFile, source: SourceText, subject: ArtifactSubject): string {
  const folder = folderOf(path);
  const way =
    `<nav aria-label=Way><a href=${UP}index.html>All files</a> / ` +
    `<a href=${UP}${folderPage(folder)}>${escapeHtml(folder === "" ? "root" : folder)}</a></nav>`;
  const lines = "text" in source ? sourceLinesOf(source.text) : null;
  const notes = [
    ...("absent" in source ? [`The source cannot be shown: ${source.absent}.`] : []),
    ...(marks === null ? ["No report says which lines are covered, only how many."] : []),
    ...(lines === null ? [] : fitNotes(lines.length, marks?.lines.at(-1) ?? 0, "isLater" in source && source.isLater)),
  ];
  const body = [
    way,
    `<h1>${escapeHtml(path)}</h1>`,
    `<p>${totalsText(counts)}`,
    ...notes.map((note) => `<p class=note>${escapeHtml(note)}`),
    uncoveredMarkup(counts.uncoveredLines, lines === null || marks === null ? 0 : lines.length),
    ...(lines === null || marks === null ? [] : [`<p class=soft>${LEGEND}</p>`, sourceList(lines, marks)]),
  ];
  return shell({ title: path, up: UP, subject }, body.join("\n"));
}

function fitNotes(lines: number, lastMarked: number, isLater: boolean): string[] {
  return [
    ...(lastMarked > lines
      ? [
          `The source has ${lines} lines, the report names line ${lastMarked}: it was changed since, the marks do not fit.`,
        ]
      : isLater
        ? ["The source was written after the report: the marks may stand beside other lines than they mean."]
        : []),
    ...(lines > LINES_SHOWN_MAX ? [`Only the first ${LINES_SHOWN_MAX} of ${lines} lines are shown.`] : []),
  ];
}

/** Ranges of uncovered lines; those that are on the page are led to. */
function uncoveredMarkup(ranges: string, lines: number): string {
  if (ranges === "") return "";
  const all = ranges.split(",");
  const shown = all.slice(0, RANGES_MAX).map((range) => {
    const first = Number(range.split("-")[0]);
    const text = range.replace("-", "–");
    return first <= Math.min(lines, LINES_SHOWN_MAX) ? `<a href=#L${first}>${text}</a>` : text;
  });
  const more = all.length > RANGES_MAX ? ` and ${all.length - RANGES_MAX} more ranges` : "";
  return `<p>Uncovered lines: ${shown.join(", ")}${more}`;
}
