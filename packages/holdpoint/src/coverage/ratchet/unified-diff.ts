const AROUND_LINES = 3;
/** What git and patch write after a last line without a line break. */
const NO_NEWLINE = "\n\\ No newline at end of file";

/**
 * A unified diff of two texts of which lines were changed and none added or removed; empty when they are the same.
 *
 * @throws RangeError for texts of different numbers of lines
 */
export function unifiedDiff(before: string, after: string, file: string): string {
  const [old, now] = [before.split("\n"), after.split("\n")];
  if (old.length !== now.length) throw new RangeError("lines were added or removed");
  const changed = old.flatMap((line, index) => (line === now[index] ? [] : [index]));
  if (changed.length === 0) return "";
  const hunks: { first: number; last: number }[] = [];
  const end = old.at(-1) === "" ? old.length - 2 : old.length - 1;
  for (const index of changed) {
    const [first, last] = [Math.max(0, index - AROUND_LINES), Math.min(end, index + AROUND_LINES)];
    const hunk = hunks.at(-1);
    if (hunk !== undefined && first <= hunk.last + 1) hunk.last = last;
    else hunks.push({ first, last });
  }
  const unended = old.at(-1) === "" ? old.length : old.length - 1;
  const text = hunks.map(({ first, last }) => hunkText(old, now, first, last, unended));
  return [`--- a/${file}`, `+++ b/${file}`, ...text].join("\n");
}

/** @param unended position of the line that has no line break; behind the last one where each has its own */
function hunkText(
  old: readonly string[],
  now: readonly string[],
  first: number,
  last: number,
  unended: number,
): string {
  const lines: string[] = [];
  let pending: string[] = [];
  for (let index = first; index <= last; index += 1) {
    const [before = "", after = ""] = [old[index], now[index]];
    const end = index === unended ? NO_NEWLINE : "";
    if (before === after) {
      lines.push(...pending, ` ${before}${end}`);
      pending = [];
    } else {
      lines.push(`-${before}${end}`);
      pending.push(`+${after}${end}`);
    }
  }
  const range = `${first + 1},${last - first + 1}`;
  return [`@@ -${range} +${range} @@`, ...lines, ...pending].join("\n");
}
