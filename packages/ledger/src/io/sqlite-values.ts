import { HoldpointError } from "@holdpoint/core";
import type { StoredCheckpoint, StoredRecord } from "../store/ledger-store.ts";

/** A damaged file gives values of other types than its tables declare, so every one of them is looked at. */
export function recordOf(row: Readonly<Record<string, unknown>>): StoredRecord {
  const { seq, kind, run, leaf, bytes } = row;
  return {
    seq: integer(seq, "seq"),
    kind: text(kind, "kind"),
    run: text(run, "run"),
    leaf: blob(leaf, "leaf"),
    bytes: bytes === null ? null : blob(bytes, "bytes"),
  };
}

export function checkpointOf(row: Readonly<Record<string, unknown>>): StoredCheckpoint {
  return { size: integer(row["size"], "size"), text: text(row["text"], "text"), peaks: blob(row["peaks"], "peaks") };
}

export function text(value: unknown, column: string): string {
  return typeof value === "string" ? value : refuse(value, column);
}

export function blob(value: unknown, column: string): Uint8Array {
  return value instanceof Uint8Array ? value : refuse(value, column);
}

export function integer(value: unknown, column: string): number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : refuse(value, column);
}

function refuse(value: unknown, column: string): never {
  const what = value === null ? "null" : typeof value;
  throw new HoldpointError("HP-LEDGER-CORRUPT", `a ${what} stands in the column "${column}"`);
}
