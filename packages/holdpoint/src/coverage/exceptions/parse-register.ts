import { HoldpointError } from "@holdpoint/core";
import { readCell, splitLine } from "./cells.ts";
import type { Column, RegisterRow } from "./columns.ts";
import { COLUMNS, NO_CELLS } from "./columns.ts";

export const BEGIN_MARK = "<!-- holdpoint:exceptions:begin -->";
export const END_MARK = "<!-- holdpoint:exceptions:end -->";

const ROWS_MAX = 10_000;
const CONFLICT = /^(?:<{7}|>{7}|\|{7})(?: |$)/;
const DELIMITER = /^:?-+:?$/;

/** A Markdown file in three parts; what is outside of the marks is never touched. */
export interface Register {
  /** Up to the end of the line with the first mark; the whole file when there are no marks. */
  readonly before: string;
  readonly after: string;
  readonly hasMarks: boolean;
  readonly lineBreak: "\n" | "\r\n";
  /** Columns that the records fill and that the table has. */
  readonly columns: readonly Column[];
  /** Columns that somebody added, in their order, each with its cell of the line of dashes. */
  readonly own: readonly { readonly name: string; readonly dashes: string }[];
  readonly rows: readonly RegisterRow[];
}

/**
 * Reads the register out of a Markdown file: the table between the two marks.
 *
 * @throws HoldpointError `HP-GOVERNANCE-REGISTER` with file and line for a table that could not be written again
 * without losing something: a merge conflict, text between the marks, a row with too few or too many cells, an id twice
 */
export function parseRegister(text: string, file: string): Register {
  const lineBreak = /\r\n/.test(text) ? "\r\n" : "\n";
  const lines = text.split(/\r?\n/);
  const conflict = lines.findIndex((line) => CONFLICT.test(line));
  if (conflict >= 0) throw malformed("a merge conflict is not resolved", file, conflict + 1);
  const begin = onlyLine(lines, BEGIN_MARK, file);
  const end = onlyLine(lines, END_MARK, file);
  const nothing = { lineBreak, columns: [], own: [], rows: [] } as const;
  if (begin === null && end === null) return { ...nothing, before: text, after: "", hasMarks: false };
  if (begin === null) throw malformed(`there is no ${BEGIN_MARK} before it`, file, (end ?? 0) + 1);
  if (end === null || end < begin) throw malformed(`there is no ${END_MARK} after it`, file, begin + 1);
  const startOf = (line: number): number => nthLineStart(text, line);
  const [before, after] = [text.slice(0, startOf(begin + 1)), text.slice(startOf(end))];
  const inside = lines
    .slice(begin + 1, end)
    .map((line, index) => ({ text: line, line: begin + 2 + index }))
    .filter((one) => one.text.trim() !== "");
  return { ...nothing, before, after, hasMarks: true, ...readTable(inside, file) };
}

interface Line {
  readonly text: string;
  readonly line: number;
}

function readTable(lines: readonly Line[], file: string): Pick<Register, "columns" | "own" | "rows"> {
  const [header, dashes, ...body] = lines.map(({ text, line }) => {
    const cells = splitLine(text);
    if (cells === null) throw malformed("between the marks there is more than a table", file, line);
    return { cells, line };
  });
  if (header === undefined) return { columns: [], own: [], rows: [] };
  if (dashes === undefined || !dashes.cells.every((cell) => DELIMITER.test(cell)))
    throw malformed("the line of dashes is missing below the header", file, header.line + 1);
  const names = header.cells.map(columnName);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw malformed(`the column "${twice}" is there twice`, file, header.line);
  if (!names.includes("Id")) throw malformed("there is no column Id", file, header.line);
  if (body.length > ROWS_MAX) throw malformed(`more than ${ROWS_MAX} rows are no register`, file, header.line);
  for (const { cells, line } of [dashes, ...body]) {
    if (cells.length === names.length) continue;
    throw malformed(`the row has ${cells.length} cells and the header ${names.length}`, file, line);
  }
  const rows = body.map(({ cells, line }) => rowOf(names, cells, line));
  const ids = new Set<string>();
  for (const { id, line } of rows) {
    if (id === "") throw malformed("the row has no id", file, line ?? header.line);
    if (ids.has(id)) throw malformed(`the id "${id}" is there twice`, file, line ?? header.line);
    ids.add(id);
  }
  return {
    columns: COLUMNS.filter((column) => names.includes(column)),
    own: names.flatMap((name, index) => (isColumn(name) ? [] : [{ name, dashes: dashes.cells[index] ?? "---" }])),
    rows,
  };
}

function rowOf(names: readonly string[], cells: readonly string[], line: number): RegisterRow {
  const pairs = names.map((name, index) => [name, cells[index] ?? ""] as const);
  const known = pairs.filter(([name]) => isColumn(name)).map(([name, cell]) => [name, readCell(cell)]);
  const all = { ...NO_CELLS, ...Object.fromEntries(known) } as RegisterRow["cells"];
  return { id: all.Id, cells: all, own: Object.fromEntries(pairs.filter(([name]) => !isColumn(name))), line };
}

/** Columns that the records fill are known in whatever letters they are written. */
function columnName(cell: string): string {
  const name = readCell(cell);
  return COLUMNS.find((column) => column.toLowerCase() === name.toLowerCase()) ?? cell;
}

function isColumn(name: string): name is Column {
  return COLUMNS.some((column) => column === name);
}

function onlyLine(lines: readonly string[], mark: string, file: string): number | null {
  const [first, second] = lines.flatMap((line, index) => (line.trim() === mark ? [index] : []));
  if (second !== undefined) throw malformed(`${mark} is there twice`, file, second + 1);
  return first ?? null;
}

/** Offset at which a line begins, counted from 0, whatever breaks the lines before it. */
function nthLineStart(text: string, line: number): number {
  let at = 0;
  for (let passed = 0; passed < line; passed += 1) at = text.indexOf("\n", at) + 1;
  return at;
}

function malformed(text: string, file: string, line: number): HoldpointError {
  return new HoldpointError("HP-GOVERNANCE-REGISTER", text, { file, line, column: 1 });
}
