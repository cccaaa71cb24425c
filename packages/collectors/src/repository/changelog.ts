import type { Changelog } from "@holdpoint/core";

const VERSION = /\d+\.\d+(?:\.\d+)*(?:[-+.][0-9A-Za-z][0-9A-Za-z.+-]*)?/;

/** A version with `v`, brackets, and whatever follows; behind a name only a date, a link or nothing may follow. */
const PLAIN = new RegExp(String.raw`^\[?v?(${VERSION.source})\]?(?=$|[\s:(\[,])`, "i");
const NAMED = new RegExp(
  String.raw`^[A-Za-z@][\w@/.-]*[ @]\[?v?(${VERSION.source})\]?(?=\s*$|\s*[(\[:,/–—-]|\s+\d{4}-|\s+#+$)`,
  "i",
);
const EMPHASIS = /\*\*|__|`/g;
const DATE_FIRST = /^\d{4}-\d{2}-\d{2}[,:]?[ \t]+/;
const ATX = /^ {0,3}(#{1,6})[ \t]+(\S.*)$/;
const UNDERLINE = /^ {0,3}(?:=+|-+|~+)[ \t]*$/;
const BARE = new RegExp(String.raw`^(?:version[ \t]+v?|v)?${VERSION.source}(?:[ \t]*[-–—:(].*)?$`, "i");
const FENCE = /^ {0,3}(```|~~~)/;
const HEADING_CHARS_MAX = 1000;

/**
 * The newest entry of a changelog: the first heading that names a version, in Markdown (`## [1.2.3] - 2026-01-01`,
 * `# v1.2.3 (date)`), underlined, or bare on a line (`Version 1.2.3`). `Unreleased` is no version.
 *
 * @example
 * readChangelog("# Changes\n\n## [1.2.3] - 2026-01-01\n- a\n", "CHANGELOG.md");
 * // { file: "CHANGELOG.md", version: "1.2.3", line: 3, sizeChars: 3 }
 */
export function readChangelog(text: string, file: string): Changelog {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  const [newest, next] = versionHeadings(lines);
  if (newest === undefined) return { file, version: null, line: null, sizeChars: text.trim().length };
  const below = lines.slice(newest.line, next === undefined ? lines.length : next.line - 1);
  const entry = below
    .filter((line) => !UNDERLINE.test(line))
    .join("\n")
    .trim();
  return { file, version: newest.version, line: newest.line, sizeChars: entry.length };
}

interface Heading {
  readonly version: string;
  /** From 1. */
  readonly line: number;
  readonly level: number;
}

/** The newest one and the one that ends its entry, which is of the same level or above. */
function versionHeadings(lines: readonly string[]): Heading[] {
  const found: Heading[] = [];
  let fence: string | null = null;
  for (const [index, line] of lines.entries()) {
    const mark = FENCE.exec(line)?.[1];
    if (mark !== undefined && (fence === null || fence === mark)) fence = fence === null ? mark : null;
    if (fence !== null || mark !== undefined) continue;
    const { title, level } = titleOf(line, lines[index + 1]);
    const version = versionOf(title);
    if (version === undefined || level > (found[0]?.level ?? level)) continue;
    found.push({ version, line: index + 1, level });
    if (found.length === 2) break;
  }
  return found;
}

function versionOf(title: string): string | undefined {
  const words = title.replace(EMPHASIS, "").replace(DATE_FIRST, "");
  return (PLAIN.exec(words) ?? NAMED.exec(words))?.[1];
}

function titleOf(line: string, next: string | undefined): { readonly title: string; readonly level: number } {
  if (line.length > HEADING_CHARS_MAX) return { title: "", level: 0 };
  const [, marks = "", title = ""] = ATX.exec(line) ?? [];
  if (marks !== "") return { title, level: marks.length };
  const isUnderlined = next !== undefined && UNDERLINE.test(next);
  const level = next?.trim().startsWith("=") === true ? 1 : 2;
  return { title: isUnderlined || BARE.test(line) ? line.trim() : "", level };
}
