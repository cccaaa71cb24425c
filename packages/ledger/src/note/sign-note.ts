import type { Signer } from "../keys/signer.ts";
import { isNoteKeyName, noteKeyId } from "./note-key.ts";
import { formatNote } from "./signed-note.ts";

/** Signs a text under a name with every signer, in their order. The text must end with a line feed. */
export function signNote(text: string, name: string, signers: readonly Signer[]): string {
  if (!isNoteKeyName(name)) throw new TypeError(`"${name}" cannot name a key`);
  if (!text.endsWith("\n")) throw new TypeError("a note's text ends with a line feed");
  const message = Buffer.from(text);
  const signatures = signers.map((signer) => ({
    name,
    keyId: noteKeyId(name, signer.publicKey.raw),
    signature: signer.sign(message),
  }));
  return formatNote({ text, signatures });
}
