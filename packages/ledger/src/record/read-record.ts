import type { Json, JsonObject } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import { leafHash, sameHash } from "../merkle/hash.ts";
import type { StoredRecord } from "../store/ledger-store.ts";
import type { LedgerRecord } from "./record.ts";
import { RECORD_VERSION, recordEnd } from "./record.ts";

/** True when the bytes end as those of a record with these columns must. */
export function endsAs(bytes: Buffer, { kind, run, seq }: Pick<StoredRecord, "kind" | "run" | "seq">): boolean {
  const end = recordEnd(kind, run, seq);
  const from = bytes.length - Buffer.byteLength(end);
  return from > 0 && bytes.toString("utf8", from) === end;
}

/** A view on the same memory, so that nothing is copied. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Decodes a stored record that must be sound. Throws `HP-LEDGER-CORRUPT` for any other. */
export function readRecord(stored: StoredRecord, file?: string): LedgerRecord {
  const refuse = (text: string): never => {
    const where = `record ${stored.seq}: ${text}`;
    throw new HoldpointError("HP-LEDGER-CORRUPT", where, file === undefined ? {} : { file });
  };
  if (stored.bytes === null) return refuse("it is larger than a record may be");
  const bytes = asBuffer(stored.bytes);
  if (!sameHash(leafHash(bytes), stored.leaf)) return refuse("its bytes do not have its hash");
  if (!endsAs(bytes, stored)) return refuse("its bytes are those of another record");
  return parseRecord(bytes) ?? refuse("its bytes are not those of a record");
}

/** The members of a record, or null when the bytes are something else. */
export function parseRecord(bytes: Buffer): LedgerRecord | null {
  let value: Json;
  try {
    value = JSON.parse(bytes.toString("utf8")) as Json;
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const { at, body, kind, run, seq, v } = value as JsonObject;
  if (typeof at !== "string" || typeof kind !== "string" || typeof run !== "string" || v !== RECORD_VERSION)
    return null;
  if (typeof seq !== "number" || typeof body !== "object" || body === null || Array.isArray(body)) return null;
  return { at, body: body as JsonObject, kind, run, seq, v };
}
