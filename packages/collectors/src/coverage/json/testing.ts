import assert from "node:assert/strict";
import type { CoverageMetric } from "@holdpoint/core";
import { COVERAGE_METRICS, isHoldpointError } from "@holdpoint/core";
import type { FileCounts } from "../counts/file-counts.ts";
import { Interner } from "../counts/interner.ts";
import { metricCount } from "../counts/metric-counts.ts";
import type { CoverageFormatReader, CoverageReadOptions, ReadCoverage } from "../read-report.ts";
import { readInPieces } from "../testing.ts";
import { JsonCursor } from "./cursor.ts";
import { JsonStream } from "./stream.ts";

/** Bytes as they are, a text as it is, anything else as JSON. */
export function bytesOf(document: unknown): Uint8Array {
  if (document instanceof Uint8Array) return document;
  return Buffer.from(typeof document === "string" ? document : JSON.stringify(document));
}

/** Reads a document as one value, in one piece, as a file called `c.json`. */
export function readValue<Result>(text: string | Uint8Array, reader: (cursor: JsonCursor) => Result): Result {
  const cursor = new JsonCursor(Buffer.alloc(0), "c.json");
  const results: Result[] = [];
  const stream = new JsonStream(cursor, () => ({ kind: "value", read: () => results.push(reader(cursor)) }));
  stream.push(bytesOf(text));
  stream.finish();
  return results[0] as Result;
}

/** Reads a document in pieces of 7 bytes, as a report called `r.json`. */
export function readDocument(
  format: CoverageFormatReader,
  document: unknown,
  options: Partial<CoverageReadOptions> = {},
): ReadCoverage {
  return readInPieces(format, bytesOf(document), [7], { file: "r.json", interner: new Interner(), ...options });
}

/** Code, line, column and detail of a refusal. */
export function refusalOf(format: CoverageFormatReader, document: unknown): string {
  try {
    readDocument(format, document);
  } catch (thrown) {
    assert.ok(isHoldpointError(thrown), thrown instanceof Error ? thrown.stack : String(thrown));
    const { file, line, column } = thrown.place;
    assert.equal(file, "r.json");
    return `${thrown.code} ${line}:${column} ${thrown.message}`;
  }
  return "accepted";
}

/** `lines branches functions statements regions` of one file as `covered/total`, `-` where not measured. */
export function figuresOf(counts: FileCounts | undefined): string {
  assert.ok(counts !== undefined, "the file was not read");
  const show = (metric: CoverageMetric): string => {
    const count = metricCount(counts, metric);
    return count === null ? "-" : `${count.covered}/${count.total}`;
  };
  return COVERAGE_METRICS.map(show).join(" ");
}

/** The same summed over all files of a report. */
export function sumsOf({ files }: ReadCoverage): string {
  const sum = (metric: CoverageMetric): string => {
    const counts = [...files.values()].map((file) => metricCount(file, metric)).filter((count) => count !== null);
    if (counts.length === 0) return "-";
    const total = counts.reduce((all, count) => all + count.total, 0);
    return `${counts.reduce((all, count) => all + count.covered, 0)}/${total}`;
  };
  return COVERAGE_METRICS.map(sum).join(" ");
}

/** Codes and places of the remarks. */
export function remarksOf({ remarks }: ReadCoverage): string[] {
  return remarks.map(({ code, file, line, column }) => `${code} ${file}:${line}:${column}`);
}
