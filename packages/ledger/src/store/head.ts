import { HoldpointError } from "@holdpoint/core";
import { parseCheckpoint } from "../checkpoint/checkpoint.ts";
import { CompactRange } from "../merkle/compact-range.ts";
import { sameHash } from "../merkle/hash.ts";
import type { LedgerReader } from "./ledger-store.ts";

/** Where a ledger stands. */
export interface LedgerHead {
  readonly origin: string;
  readonly size: number;
  /** Base64 of the RFC 6962 root. */
  readonly root: string;
  /** The signed checkpoint; null for a ledger without records. */
  readonly checkpoint: string | null;
}

/** The state to append to, and the head that it stands for. Throws `HP-LEDGER-CORRUPT` when the two disagree. */
export function readHead(reader: LedgerReader): { readonly head: LedgerHead; readonly range: CompactRange } {
  const refuse = (text: string, cause?: unknown): never => {
    throw new HoldpointError("HP-LEDGER-CORRUPT", text, {}, cause);
  };
  const last = reader.lastCheckpoint();
  if (last === null) {
    const range = new CompactRange();
    const head = { origin: reader.origin, size: 0, root: range.root().toString("base64"), checkpoint: null };
    return { head, range };
  }
  const signed = parseCheckpoint(Buffer.from(last.text));
  if ("malformed" in signed) return refuse(`the last checkpoint is malformed: ${signed.malformed}`);
  const { origin, size, root } = signed.checkpoint;
  let range: CompactRange;
  try {
    range = CompactRange.fromBytes(last.size, last.peaks);
  } catch (thrown) {
    return refuse(`the last checkpoint is of ${last.size} records: ${(thrown as Error).message}`, thrown);
  }
  if (origin !== reader.origin || size !== last.size || !sameHash(range.root(), root)) {
    return refuse("the last checkpoint and the state beside it disagree");
  }
  return { head: { origin, size, root: root.toString("base64"), checkpoint: last.text }, range };
}
