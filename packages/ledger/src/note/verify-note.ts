import { verify } from "node:crypto";
import type { NoteKey } from "./note-key.ts";
import type { SignedNote } from "./signed-note.ts";

export interface NoteVerification {
  /** Keys with a good signature on the note. */
  readonly good: readonly NoteKey[];
  /** Known keys in whose name a signature stands that is not good: the note must be refused. */
  readonly bad: readonly NoteKey[];
  /** Signatures by nobody that is known; they say nothing. */
  readonly unknown: number;
}

/** Holds the signatures of a note against known keys. */
export function verifyNote(note: SignedNote, keys: readonly NoteKey[]): NoteVerification {
  const message = Buffer.from(note.text);
  const good: NoteKey[] = [];
  const bad: NoteKey[] = [];
  let unknown = 0;
  for (const { name, keyId, signature } of note.signatures) {
    const known = keys.filter((one) => one.name === name && one.id.equals(keyId));
    const signer = known.find((one) => verify(null, message, one.key.object, signature));
    if (known[0] === undefined) unknown += 1;
    else if (signer === undefined) bad.push(known[0]);
    else if (!good.includes(signer)) good.push(signer);
  }
  return { good, bad, unknown };
}
