import { HoldpointError } from "@holdpoint/core";

export interface CsvLine {
  readonly cells: readonly string[];
  /** Where it begins, from 1. */
  readonly line: number;
}

/** A cell in quotes, or one without; then what ends it. */
const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;

/**
 * Records of comma-separated values (RFC 4180): quoted cells may hold commas, quotes (doubled) and line ends.
 *
 * @throws HoldpointError `HP-READ-SYNTAX` with the line where a record is broken
 * @example
 * readCsv('a,b\n1,"x, ""y"""\n', "t.csv")[1]?.cells; // ["1", 'x, "y"']
 */
export function readCsv(text: string, file: string): CsvLine[] {
  const records: CsvLine[] = [];
  let cells: string[] = [];
  let line = 1;
  let begun = 1;
  let at = 0;
  while (at < text.length) {
    CELL.lastIndex = at;
    const match = CELL.exec(text);
    if (match === null) {
      throw new HoldpointError("HP-READ-SYNTAX", "a quoted cell is not closed, or goes on after its quote", {
        file,
        line,
        column: 1,
      });
    }
    const [whole, quoted, plain = "", end = ""] = match;
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    at += whole.length;
    line += whole.split(/\r\n|\n|\r/).length - 1;
    // A comma at the very end begins one more, empty cell.
    if (end === "," && at === text.length) cells.push("");
    if (end !== "," || at === text.length) {
      if (cells.length > 1 || cells[0] !== "") records.push({ cells, line: begun });
      cells = [];
      begun = line;
    }
  }
  return records;
}
