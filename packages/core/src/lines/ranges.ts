/** Line numbers in ascending order, each once. */
export type Lines = Uint32Array;

const RANGE = /^([1-9][0-9]*)(?:-([1-9][0-9]*))?$/;
/** More lines than any tracked file has; a range beyond it is no range of lines. */
const LINES_MAX = 16_000_000;

/**
 * Reads ranges of lines, `3-5,9`.
 *
 * @throws RangeError for anything else, and for ranges that are not in ascending order
 * @example
 * readLineRanges("3-5,9"); // Uint32Array [3, 4, 5, 9]
 */
export function readLineRanges(text: string): Lines {
  if (text === "") return new Uint32Array();
  const lines: number[] = [];
  let last = 0;
  for (const range of text.split(",")) {
    const match = RANGE.exec(range);
    const first = Number(match?.[1]);
    const end = Number(match?.[2] ?? match?.[1]);
    if (match === null || first <= last || end < first || lines.length + (end - first) >= LINES_MAX) {
      throw new RangeError(`"${range.slice(0, 40)}" is no range of lines at this place`);
    }
    for (let line = first; line <= end; line += 1) lines.push(line);
    last = end;
  }
  return Uint32Array.from(lines);
}

/**
 * Writes lines in ascending order as ranges.
 *
 * @example
 * writeLineRanges([3, 4, 5, 9]); // "3-5,9"
 */
export function writeLineRanges(lines: Iterable<number>): string {
  const ranges: string[] = [];
  let first = 0;
  let last = -1;
  const flush = (): void => {
    if (first !== 0) ranges.push(first === last ? `${first}` : `${first}-${last}`);
  };
  for (const line of lines) {
    if (line !== last + 1) {
      flush();
      first = line;
    }
    last = line;
  }
  flush();
  return ranges.join(",");
}

/** Lines in either. */
export function unionOfLines(a: Lines, b: Lines): Lines {
  const union = new Uint32Array(a.length + b.length);
  let length = 0;
  let left = 0;
  let right = 0;
  while (left < a.length || right < b.length) {
    const fromA = a[left] ?? Number.POSITIVE_INFINITY;
    const fromB = b[right] ?? Number.POSITIVE_INFINITY;
    union[length] = Math.min(fromA, fromB);
    length += 1;
    if (fromA <= fromB) left += 1;
    if (fromB <= fromA) right += 1;
  }
  return union.slice(0, length);
}

/** Lines of the first that are in the second too. */
export function commonLines(a: Lines, b: Lines): Lines {
  return picked(a, b, true);
}

/** Lines of the first that are not in the second. */
export function linesWithout(a: Lines, b: Lines): Lines {
  return picked(a, b, false);
}

function picked(a: Lines, b: Lines, isWanted: boolean): Lines {
  const result = new Uint32Array(a.length);
  let length = 0;
  let right = 0;
  for (const line of a) {
    while (right < b.length && (b[right] ?? 0) < line) right += 1;
    if ((b[right] === line) === isWanted) {
      result[length] = line;
      length += 1;
    }
  }
  return result.slice(0, length);
}
