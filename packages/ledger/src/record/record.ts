import type { JsonObject } from "@holdpoint/core";
import { canonicalize } from "@holdpoint/core";

export const RECORD_VERSION = 1;
export const RECORD_SIZE_BYTES_MAX: number = 32 * 1024 * 1024;

/** Kind of the record that holds a verdict; with `promotion` in its body when it let a candidate through. */
export const VERDICT_RECORD_KIND = "verdict";

/** What a caller wants recorded. */
export interface NewRecord {
  /** `run-started`, `evidence`, `gate`, `verdict`, `key-added`, … */
  readonly kind: string;
  /** Run id, or empty for what belongs to no run. */
  readonly run: string;
  readonly body: JsonObject;
}

/** The same with a body that is in RFC 8785 form already, for those who write many. */
export interface NewTextRecord {
  readonly kind: string;
  readonly run: string;
  readonly text: string;
}

/** One entry of the log. */
export interface LedgerRecord extends NewRecord {
  /** RFC 3339 UTC with milliseconds: when the group that holds it was committed. */
  readonly at: string;
  /** Index in the log, from 0. */
  readonly seq: number;
  readonly v: typeof RECORD_VERSION;
}

/**
 * Bytes of a record: RFC 8785 form, built in key order. They are what is hashed and stored, and they are never
 * serialised again.
 *
 * @example
 * encodeRecord({ kind: "gate", run: "r1", body: {} }, 7, "2026-01-01T00:00:00.000Z").toString();
 * // '{"at":"2026-01-01T00:00:00.000Z","body":{},"kind":"gate","run":"r1","seq":7,"v":1}'
 */
export function encodeRecord(record: NewRecord | NewTextRecord, seq: number, at: string): Buffer {
  const body = "text" in record ? record.text : canonicalize(record.body);
  const bytes = Buffer.from(`{"at":"${at}","body":${body}${recordEnd(record.kind, record.run, seq)}`);
  if (bytes.length > RECORD_SIZE_BYTES_MAX) {
    throw new RangeError(`a record of ${bytes.length} bytes; at most ${RECORD_SIZE_BYTES_MAX} are kept`);
  }
  return bytes;
}

/** How the bytes of a record with these columns must end; canonical order puts the body before them. */
export function recordEnd(kind: string, run: string, seq: number): string {
  return `,"kind":${name(kind)},"run":${name(run)},"seq":${seq},"v":${RECORD_VERSION}}`;
}

function name(text: string): string {
  // Most names need no escaping, and asking is cheaper than escaping.
  return PLAIN.test(text) ? `"${text}"` : canonicalize(text);
}

const PLAIN = /^[\w .:@/-]*$/;
