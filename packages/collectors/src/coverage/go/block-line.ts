import { HITS_MAX } from "../counts/hit-counts.ts";

/** One line of a profile: `<file>:<line>.<column>,<line>.<column> <statements> <count>`. */
export interface BlockLine {
  readonly file: string;
  /** The four numbers as they stand. */
  readonly span: string;
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly statements: number;
  readonly hits: number;
  /** The count is larger than 64 bits and was taken as the largest. */
  readonly isSaturated: boolean;
}

/** What is wrong with a line, and where: offset in bytes from its beginning. */
export interface BlockFault {
  readonly fault: string;
  readonly at: number;
}

const SPACE = 0x20;
const COLON = 0x3a;
const SHAPE = /^([0-9]+)\.([0-9]+),([0-9]+)\.([0-9]+)$/;
const DIGITS = /^[0-9]+$/;
const COUNT_MAX = 2n ** 64n - 1n;
const SAFE_DIGITS = 15;
/** Highest line, column and number of statements of a block. */
const NUMBER_MAX: number = 2 ** 24;

/** Reads a line from its end, because the name of a file may hold blanks and colons. */
export function readBlockLine(bytes: Buffer, start: number, end: number): BlockLine | BlockFault {
  const countAt = before(bytes, SPACE, start, end) + 1;
  const statementsAt = countAt === 0 ? 0 : before(bytes, SPACE, start, countAt - 1) + 1;
  const spanAt = statementsAt === 0 ? 0 : before(bytes, COLON, start, statementsAt - 1) + 1;
  if (spanAt === 0) return { fault: "wants FILE:LINE.COLUMN,LINE.COLUMN STATEMENTS COUNT", at: 0 };
  const fault = (detail: string, at: number): BlockFault => ({ fault: detail, at: at - start });
  const file = bytes.toString("utf8", start, spanAt - 1);
  if (file.trim() === "") return fault("names no file", start);
  const span = bytes.toString("latin1", spanAt, statementsAt - 1);
  const shape = SHAPE.exec(span);
  if (shape === null) return fault("the position must be LINE.COLUMN,LINE.COLUMN", spanAt);
  const [startLine = 0, startColumn = 0, endLine = 0, endColumn = 0] = shape.slice(1).map(Number);
  if (startLine < 1 || Math.max(startLine, startColumn, endLine, endColumn) > NUMBER_MAX) {
    return fault(`lines begin at 1, and nothing is larger than ${NUMBER_MAX}`, spanAt);
  }
  if (endLine < startLine || (endLine === startLine && endColumn < startColumn)) {
    return fault("the block ends before it begins", spanAt);
  }
  const statements = bytes.toString("latin1", statementsAt, countAt - 1);
  if (!DIGITS.test(statements) || Number(statements) > NUMBER_MAX) {
    return fault(`the number of statements must be digits, at most ${NUMBER_MAX}`, statementsAt);
  }
  const count = bytes.toString("latin1", countAt, end);
  if (!DIGITS.test(count)) return fault("the count must be digits", countAt);
  const isSaturated = count.length > SAFE_DIGITS && BigInt(count) > COUNT_MAX;
  return {
    file,
    span,
    startLine,
    startColumn,
    endLine,
    endColumn,
    statements: Number(statements),
    hits: isSaturated ? HITS_MAX : Number(count),
    isSaturated,
  };
}

/** Offset of the last such byte between the two, or -1. */
function before(bytes: Buffer, byte: number, start: number, end: number): number {
  let at = end - 1;
  while (at >= start && bytes[at] !== byte) at -= 1;
  return at < start ? -1 : at;
}
