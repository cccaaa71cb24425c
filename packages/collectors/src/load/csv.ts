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
 * @param needs names without which the header is of another format
 * @throws HoldpointError `HP-READ-NOT-THE-FORMAT`, `HP-READ-EMPTY` without a header, `HP-READ-SYNTAX` for
 * another number of fields or a stray quote, `HP-READ-TRUNCATED` when the
 * last record is cut off, `HP-READ-TOO-LARGE`, `HP-READ-ENCODING`, each with the line
 */
export function* csvRecords(bytes: Uint8Array, file: string, needs: readonly string[]): Generator<CsvRecord> {
  let header: Map<string, number> | null = null;
  const pending: string[] = [];
  let [start, chars, isOpen] = [0, 0, false];
  for (const { text, number, ended } of textLines(bytes, file)) {
    if (!isOpen && text === "") continue;
    if (!isOpen) [start, chars] = [number, 0];
    pending.push(text);
    chars += text.length + 1;
    // Quotes come in pairs, also those within a field, so an odd number leaves one open.
    if (countQuotes(text) % 2 === 1) isOpen = !isOpen;
    const place = { file, line: start, column: 1 };
    if (chars > RECORD_CHARS_MAX)
      throw new HoldpointError("HP-READ-TOO-LARGE", `a record of ${chars} characters`, place);
    if (!ended) throw new HoldpointError("HP-READ-TRUNCATED", "the last record has no line break", place);
    if (isOpen) continue;
    const fields = fieldsOf(pending.splice(0).join("\n"));
    if (fields === null) throw new HoldpointError("HP-READ-SYNTAX", "a quote within a field", place);
    if (header === null) header = headerOf(fields, needs, place);
    else yield recordOf(fields, header, place);
  }
  if (isOpen) {
    const place = { file, line: start, column: 1 };
    throw new HoldpointError("HP-READ-TRUNCATED", "the last record ends within quotes", place);
  }
  if (header === null) throw new HoldpointError("HP-READ-EMPTY", "there is no header", { file });
}

function countQuotes(text: string): number {
  let count = 0;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) count += 1;
  return count;
}

type Place = { readonly file: string; readonly line: number; readonly column: number };

function headerOf(names: readonly string[], needs: readonly string[], place: Place): Map<string, number> {
  const header = new Map(names.map((name, index) => [name, index]));
  const absent = needs.find((name) => !header.has(name));
  if (absent !== undefined)
    throw new HoldpointError("HP-READ-NOT-THE-FORMAT", `the header has no field "${absent}"`, place);
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

/** Null where a quote stands within a field. */
function fieldsOf(record: string): string[] | null {
  if (!record.includes('"')) return record.split(",");
  const fields: string[] = [];
  for (let at = 0; ;) {
    if (record[at] !== '"') {
      const end = record.indexOf(",", at);
      const field = record.slice(at, end === -1 ? undefined : end);
      if (field.includes('"')) return null;
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
    if (record[close + 1] !== ",") return null;
    at = close + 2;
  }
}
