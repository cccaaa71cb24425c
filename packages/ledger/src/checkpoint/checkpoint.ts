import { HASH_SIZE_BYTES } from "../merkle/hash.ts";
import { isNoteKeyName } from "../note/note-key.ts";
import type { Malformed, SignedNote } from "../note/signed-note.ts";
import { parseNote } from "../note/signed-note.ts";

/** What a ledger says of itself at one size (C2SP tlog-checkpoint). */
export interface Checkpoint {
  /** Names the ledger, and the key on its notes. */
  readonly origin: string;
  /** Number of records; below 2^53 here, though the format allows 2^64. */
  readonly size: number;
  readonly root: Buffer;
  readonly extensions: readonly string[];
}

/** A checkpoint as it was read, with the note that carries it. */
export interface SignedCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly note: SignedNote;
}

/** The text that is signed. */
export function checkpointText({ origin, size, root, extensions }: Checkpoint): string {
  if (!isNoteKeyName(origin)) throw new TypeError(`"${origin}" cannot name a ledger`);
  if (!Number.isSafeInteger(size) || size < 0 || root.length !== HASH_SIZE_BYTES)
    throw new TypeError("not a tree head");
  const lines = [origin, String(size), root.toString("base64"), ...extensions];
  if (extensions.some((line) => line === "" || /[\p{Cc}]/u.test(line))) throw new TypeError("not an extension line");
  return `${lines.join("\n")}\n`;
}

/** Reads a signed checkpoint strictly. Signatures are looked at by `verifyNote`. */
export function parseCheckpoint(bytes: Uint8Array): SignedCheckpoint | Malformed {
  const note = parseNote(bytes);
  if ("malformed" in note) return note;
  const [origin = "", size = "", root = "", ...extensions] = note.text.slice(0, -1).split("\n");
  if (!isNoteKeyName(origin)) return { malformed: "the first line is not an origin" };
  if (!/^(?:0|[1-9][0-9]{0,15})$/.test(size) || !Number.isSafeInteger(Number(size))) {
    return { malformed: "the second line is not a size" };
  }
  const hash = Buffer.from(root, "base64");
  if (hash.length !== HASH_SIZE_BYTES || hash.toString("base64") !== root) {
    return { malformed: "the third line is not the base64 of a SHA-256 hash" };
  }
  if (extensions.includes("")) return { malformed: "an extension line is empty" };
  return { checkpoint: { origin, size: Number(size), root: hash, extensions }, note };
}
