import { HoldpointError } from "@holdpoint/core";
import { textLines } from "../tests/text-lines.ts";

const RECORD_CHARS_MAX = 1_000_000;

/** One record of a CSV file. */
export interface CsvRecord {
  /** By the header's names; an absent last field is not there. */
  readonly field: (name: string) => string;
  /** From 1, where it begins. */
  readonly line: number;
}

/**
 * Records of a CSV file (RFC 4180) after its header, by the header's names.
 *
 * @throws HoldpointError `HP-READ-SYNTAX` for another number of fields or a stray quote, `HP-READ-TRUNCATED` when the
 * last record is cut off, `HP-READ-TOO-LARGE`, `HP-READ-ENCODING`, each with the line
 */
export function* csvRecords(bytes: Uint8Array, file: string): Generator<CsvRecord> {
  let header: Map<string, number> | null = null;
  let [pending, start] = ["", 0];
  for (const { text, number, ended } of textLines(bytes, file)) {
    if (pending === "" && start === 0 && text === "") continue;
    pending = start === 0 ? text : `${pending}\n${text}`;
    if (start === 0) start = number;
    const place = { file, line: start, column: 1 };
    if (pending.length > RECORD_CHARS_MAX)
      throw new HoldpointError("HP-READ-TOO-LARGE", `a record of ${pending.length} characters`, place);
    const fields = fieldsOf(pending);
    if (fields === null) {
      if (ended) continue;
      throw new HoldpointError("HP-READ-TRUNCATED", "the last record ends within quotes", place);
    }
    if (!ended) throw new HoldpointError("HP-READ-TRUNCATED", "the last record has no line break", place);
    if (fields === "stray") throw new HoldpointError("HP-READ-SYNTAX", "a quote within a field", place);
    if (header === null) header = headerOf(fields, place);
    else yield recordOf(fields, header, place);
    [pending, start] = ["", 0];
  }
  if (start !== 0)
    throw new HoldpointError("HP-READ-TRUNCATED", "the last record ends within quotes", { file, line: start, column: 1 });
}

type Place = { readonly file: string; readonly line: number; readonly column: number };

function headerOf(names: readonly string[], place: Place): Map<string, number> {
  const header = new Map(names.map((name, index) => [name, index]));
  if (header.size === names.length) return header;
  throw new HoldpointError("HP-READ-SYNTAX", "the header names a field twice", place);
}

function recordOf(fields: readonly string[], header: Map<string, number>, place: Place): CsvRecord {
  if (fields.length !== header.size) {
    const text = `${fields.length} fields where the header has ${header.size}`;
    throw new HoldpointError("HP-READ-SYNTAX", text, place);
  }
  return { field: (name) => fields[header.get(name) ?? -1] ?? "", line: place.line };
}

/** Null: a quote is still open. */
function fieldsOf(record: string): string[] | "stray" | null {
  if (!record.includes('"')) return record.split(",");
  const fields: string[] = [];
  for (let at = 0; ; ) {
    if (record[at] !== '"') {
      const end = record.indexOf(",", at);
      const field = record.slice(at, end === -1 ? undefined : end);
      if (field.includes('"')) return "stray";
      fields.push(field);
      if (end === -1) return fields;
      at = end + 1;
      continue;
    }
    let close = record.indexOf('"', at + 1);
    while (close !== -1 && record[close + 1] === '"') close = record.indexOf('"', close + 2);
    if (close === -1) return null;
    fields.push(record.slice(at + 1, close).replaceAll('""', '"'));
    if (close + 1 === record.length) return fields;
    if (record[close + 1] !== ",") return "stray";
    at = close + 2;
  }
}
