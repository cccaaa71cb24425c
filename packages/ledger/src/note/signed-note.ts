import { isNoteKeyName, NOTE_KEY_ID_SIZE_BYTES } from "./note-key.ts";

/** A text with signatures below it (C2SP signed-note). */
export interface SignedNote {
  /** What is signed: everything up to and including the line feed before the empty line. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export interface NoteSignature {
  readonly name: string;
  /** First four bytes of the encoded signature. */
  readonly keyId: Buffer;
  readonly signature: Buffer;
}

export const NOTE_SIZE_BYTES_MAX = 1_000_000;
export const NOTE_SIGNATURES_MAX = 100;
const SIGNATURE_PREFIX = "\u2014 ";

/** Why bytes are not what they should be. */
export interface Malformed {
  readonly malformed: string;
}

/** Reads a signed note strictly; whether a signature is good is asked of `verifyNote`. */
export function parseNote(bytes: Uint8Array): SignedNote | Malformed {
  if (bytes.length > NOTE_SIZE_BYTES_MAX) return { malformed: `larger than ${NOTE_SIZE_BYTES_MAX} bytes` };
  const whole = decode(bytes);
  if (whole === null) return { malformed: "not valid UTF-8" };
  for (let at = 0; at < whole.length; at += 1) {
    const unit = whole.charCodeAt(at);
    if (unit < 0x20 && unit !== 0x0a) return { malformed: `control character at ${at}` };
  }
  const split = whole.lastIndexOf("\n\n");
  if (split < 0 || !whole.endsWith("\n")) return { malformed: "no empty line between text and signatures" };
  const lines = whole.slice(split + 2, -1).split("\n");
  if (lines.length > NOTE_SIGNATURES_MAX) return { malformed: `more than ${NOTE_SIGNATURES_MAX} signatures` };
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const signature = parseSignature(line);
    if (signature === null) return { malformed: "a signature line is not `— name base64`" };
    signatures.push(signature);
  }
  return { text: whole.slice(0, split + 1), signatures };
}

/** The note as it is stored and sent. */
export function formatNote({ text, signatures }: SignedNote): string {
  const lines = signatures.map(
    ({ name, keyId, signature }) =>
      `${SIGNATURE_PREFIX}${name} ${Buffer.concat([keyId, signature]).toString("base64")}\n`,
  );
  return `${text}\n${lines.join("")}`;
}

function parseSignature(line: string): NoteSignature | null {
  if (!line.startsWith(SIGNATURE_PREFIX)) return null;
  const space = line.indexOf(" ", SIGNATURE_PREFIX.length);
  if (space < 0) return null;
  const name = line.slice(SIGNATURE_PREFIX.length, space);
  const encoded = line.slice(space + 1);
  const bytes = Buffer.from(encoded, "base64");
  if (!isNoteKeyName(name) || bytes.toString("base64") !== encoded || bytes.length <= NOTE_KEY_ID_SIZE_BYTES)
    return null;
  return { name, keyId: bytes.subarray(0, NOTE_KEY_ID_SIZE_BYTES), signature: bytes.subarray(NOTE_KEY_ID_SIZE_BYTES) };
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
