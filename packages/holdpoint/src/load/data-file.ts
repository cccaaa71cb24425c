import { HoldpointError, isHoldpointError, readJson } from "@holdpoint/core";
import { readCsv } from "./csv.ts";

export const DATA_ROWS_MAX = 1_000_000;

interface LinePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export type DataRow = Readonly<Record<string, string>>;

/**
 * Rows of test data: `.jsonl` has an object of texts and numbers a line, everything else is CSV (RFC 4180) whose first
 * line names the columns.
 *
 * @throws HoldpointError `HP-READ-*` with the line
 */
export function readDataFile(text: string, file: string): readonly DataRow[] {
  const rows = /\.(?:jsonl|ndjson)$/i.test(file) ? jsonRows(text, file) : csvRows(text, file);
  if (rows.length === 0) throw new HoldpointError("HP-READ-EMPTY", "the file holds no row", { file });
  if (rows.length > DATA_ROWS_MAX) {
    throw new HoldpointError("HP-READ-TOO-LARGE", `${rows.length} rows, at most ${DATA_ROWS_MAX} are read`, { file });
  }
  return rows;
}

function jsonRows(text: string, file: string): DataRow[] {
  return text.split("\n").flatMap((line, index) => {
    if (line.trim() === "") return [];
    const place = { file, line: index + 1, column: 1 };
    const value = readJsonLine(line, place);
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      throw new HoldpointError("HP-READ-SYNTAX", "the line is not an object", place);
    }
    const cells = Object.entries(value).map(([name, cell]): [string, string] => {
      if (typeof cell === "string") return [name, cell];
      if (typeof cell === "number" || typeof cell === "boolean") return [name, String(cell)];
      throw new HoldpointError("HP-READ-SYNTAX", `"${name}" is neither a text nor a number`, place);
    });
    return [Object.fromEntries(cells)];
  });
}

function readJsonLine(line: string, place: LinePlace): unknown {
  try {
    return readJson(line, { file: place.file });
  } catch (thrown) {
    if (!isHoldpointError(thrown)) throw thrown;
    const column = thrown.place.column ?? 1;
    throw new HoldpointError(thrown.code, thrown.message, { ...place, column }, thrown);
  }
}

function csvRows(text: string, file: string): DataRow[] {
  const [head, ...lines] = readCsv(text, file);
  if (head === undefined) return [];
  const names = head.cells;
  const again = names.find((name, index) => names.indexOf(name) !== index);
  if (again !== undefined) {
    throw new HoldpointError("HP-READ-DUPLICATE-KEY", `the column "${again}" is there twice`, {
      file,
      line: 1,
      column: 1,
    });
  }
  return lines.map(({ cells, line }) => {
    if (cells.length !== names.length) {
      const detail = `${cells.length} cells, but ${names.length} columns`;
      throw new HoldpointError("HP-READ-SYNTAX", detail, { file, line, column: 1 });
    }
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ""]));
  });
}
