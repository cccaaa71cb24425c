import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { test } from "node:test";
import { describe, publicKeyOfRaw } from "../keys/public-key.ts";
import { makeSigner } from "../keys/signer.ts";
import { isNoteKeyName, noteKey, noteKeyId } from "./note-key.ts";
import { signNote } from "./sign-note.ts";
import type { SignedNote } from "./signed-note.ts";
import { formatNote, NOTE_SIGNATURES_MAX, NOTE_SIZE_BYTES_MAX, parseNote } from "./signed-note.ts";
import { verifyNote } from "./verify-note.ts";

const { signer } = makeSigner();
const { signer: other } = makeSigner();
const key = noteKey("example.org/log", signer.publicKey) ?? assert.fail("Ed25519 keys sign notes");
const otherKey = noteKey("example.org/log", other.publicKey) ?? assert.fail("Ed25519 keys sign notes");
const note = signNote("hello\n\nworld\n", "example.org/log", [signer]);

function parsed(text: string | Uint8Array): SignedNote {
  const result = parseNote(Buffer.from(text));
  return "malformed" in result ? assert.fail(result.malformed) : result;
}

function malformed(text: string | Uint8Array): string {
  const result = parseNote(Buffer.from(text));
  return "malformed" in result ? result.malformed : assert.fail("it was read");
}

/** The example of the note format's own documentation: a text by PeterNeumann, with its verifier key. */
const PUBLISHED_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const PUBLISHED_NOTE =
  "If you think cryptography is the answer to your problem,\n" +
  "then you don't know what your problem is.\n" +
  "\n" +
  "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

test("a published note verifies under its published key", () => {
  const [name = "", id = "", encoded = ""] = PUBLISHED_KEY.split("+");
  const raw = Buffer.from(encoded, "base64").subarray(1);
  assert.equal(noteKeyId(name, raw).toString("hex"), id);
  const publicKey = publicKeyOfRaw(raw);
  const published = "rejected" in publicKey ? assert.fail(publicKey.rejected) : noteKey(name, publicKey);
  const { good, bad, unknown } = verifyNote(parsed(PUBLISHED_NOTE), [published ?? assert.fail()]);
  assert.deepEqual([good.length, bad.length, unknown], [1, 0, 0]);
  const harmed = verifyNote(parsed(PUBLISHED_NOTE.replace("answer", "Answer")), [published ?? assert.fail()]);
  assert.deepEqual([harmed.good.length, harmed.bad.length], [0, 1]);
});

test("a note is read back as it was signed, empty lines in its text included", () => {
  const { text, signatures } = parsed(note);
  assert.equal(text, "hello\n\nworld\n");
  assert.equal(signatures.length, 1);
  assert.equal(formatNote({ text, signatures }), note);
});

test("several signatures: each known key is named once, a stranger's says nothing", () => {
  const both = parsed(signNote("text\n", "example.org/log", [signer, other, signer]));
  const seen = verifyNote(both, [key, otherKey]);
  assert.deepEqual(seen.good, [key, otherKey]);
  const one = verifyNote(both, [otherKey]);
  assert.deepEqual([one.good, one.bad, one.unknown], [[otherKey], [], 2]);
});

test("a bad signature in a known key's name is told apart from a stranger's", () => {
  const changed = { ...parsed(note), text: "hello\n\nWorld\n" };
  assert.deepEqual(verifyNote(changed, [key]), { good: [], bad: [key], unknown: 0 });
  assert.deepEqual(verifyNote(changed, []), { good: [], bad: [], unknown: 1 });
  const renamed = noteKey("example.org/other", signer.publicKey) ?? assert.fail();
  assert.deepEqual(verifyNote(parsed(note), [renamed]), { good: [], bad: [], unknown: 1 });
});

test("what is not a signed note is refused with its reason", () => {
  const signature = note.slice(note.lastIndexOf("\u2014"));
  const cases: readonly (readonly [string, string | Uint8Array])[] = [
    ["no empty line", ""],
    ["no empty line", "hello\n"],
    ["no empty line", note.slice(0, -1)],
    ["signature line", "hello\n\n"],
    ["signature line", note.replace("\u2014", "-")],
    ["signature line", `${note}\n`],
    ["signature line", note.replace("example.org/log ", "example.org/log  ")],
    ["signature line", note.replace("example.org/log", "example.org+log")],
    ["signature line", `hello\n\n${signature.slice(0, -2)}\n`],
    ["signature line", "hello\n\n\u2014 name AAAA\n"],
    ["control character", note.replace("hello", "hel\rlo")],
    ["control character", note.replace("hello", "hel\0lo")],
    ["UTF-8", Buffer.concat([Buffer.of(0xff), Buffer.from(note)])],
    ["larger", Buffer.alloc(NOTE_SIZE_BYTES_MAX + 1, 0x20)],
    ["signatures", `hello\n\n${signature.repeat(NOTE_SIGNATURES_MAX + 1)}`],
  ];
  for (const [reason, text] of cases)
    assert.match(malformed(text), new RegExp(reason), JSON.stringify(text).slice(0, 80));
});

test("names without white space or plus can name a key", () => {
  for (const name of ["holdpoint/x", "example.org", "é"]) assert.equal(isNoteKeyName(name), true, name);
  for (const name of ["", "a b", "a+b", "a\nb", "a\u00a0b", "\u0000", "\ud800", "x".repeat(256)]) {
    assert.equal(isNoteKeyName(name), false, JSON.stringify(name));
  }
  assert.throws(() => signNote("text\n", "a b", [signer]), TypeError);
  assert.throws(() => signNote("text", "ab", [signer]), TypeError);
});

test("only Ed25519 keys sign notes", () => {
  const { publicKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const p256 = describe(publicKey);
  assert.equal("rejected" in p256 ? p256.rejected : noteKey("name", p256), null);
});
