import { escapeHtml } from "../../../reporters/html/markup.ts";
import { count } from "../../../reporters/view/format.ts";
import type { ArtifactFile, ArtifactPart, ArtifactSubject } from "../part.ts";
import { partName } from "../summary.ts";
import { filePage, folderPage } from "./names.ts";
import { shell } from "./shell.ts";
import { SORT_SCRIPT } from "./sort-script.ts";
import { partsTable, totalsTable } from "./tables.ts";

/** Beyond these, folders lead to the files. */
export const FILES_LISTED_MAX = 20_000;
const UNMEASURED_LISTED_MAX = 1_000;

export interface IndexTerms {
  readonly subject: ArtifactSubject;
  /** From this page to the folder of all pages: empty or ending in `/`. */
  readonly up: string;
  /** The other parts, with the way to their pages. */
  readonly others: readonly { readonly part: ArtifactPart; readonly href: string }[];
}

/** The whole, or a component: its totals and its files, the one with most to do first. */
export function indexHtml(part: ArtifactPart, { subject, up, others }: IndexTerms): string {
  const { files, unmeasured, totals } = part;
  const worst = files.toSorted((a, b) => uncovered(b) - uncovered(a) || (a.path < b.path ? -1 : 1));
  const listed = worst.slice(0, FILES_LISTED_MAX);
  const rows = listed.map(({ path, counts }) => ({ name: path, href: up + filePage(path), totals: counts }));
  const caption =
    listed.length < files.length
      ? `The ${listed.length} files with most uncovered lines, of ${files.length}; folders lead to all`
      : `${count(files.length, "file")}, most uncovered lines first`;
  const parts = others.map((other) => ({ name: partName(other.part), href: other.href, totals: other.part.totals }));
  const body = [
    `<h1>Coverage of ${escapeHtml(partName(part))}: ${escapeHtml(subject.candidate.service)}</h1>`,
    totalsTable(totals),
    `<p><a href=${up}${folderPage("")}>By folder</a>`,
    ...(parts.length === 0 ? [] : ["<h2>Parts</h2>", partsTable("The whole and its components", "Part", parts)]),
    "<h2>Files</h2>",
    partsTable(caption, "File", rows, "files"),
    ...unmeasuredMarkup(unmeasured),
  ];
  return shell({ title: `Coverage of ${partName(part)}`, up, subject, script: SORT_SCRIPT }, body.join("\n"));
}

function uncovered({ counts: { lines } }: ArtifactFile): number {
  return lines === null ? -1 : lines.total - lines.covered;
}

function unmeasuredMarkup(paths: readonly string[]): string[] {
  if (paths.length === 0) return [];
  const items = paths.slice(0, UNMEASURED_LISTED_MAX).map((path) => `<li>${escapeHtml(path)}`);
  const more = paths.length - items.length;
  return [
    "<h2>Not measured</h2>",
    `<p>${count(paths.length, "source file")} that no report mentions; no share above counts them.`,
    `<ul>${items.join("")}${more > 0 ? `<li>and ${more} more` : ""}</ul>`,
  ];
}
