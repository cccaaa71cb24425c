import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import { scratch, writeFiles } from "@holdpoint/testkit";
import { readPublicKey } from "../keys/public-key.ts";
import { makeSigner } from "../keys/signer.ts";
import { KeyFiles, publicKeyFileName, readKeyFile } from "./key-files.ts";

function refusal(work: () => unknown): { readonly code: string; readonly text: string } {
  try {
    work();
  } catch (thrown) {
    if (isHoldpointError(thrown)) return { code: thrown.code, text: thrown.message };
    throw thrown;
  }
  return assert.fail("it was read");
}

test("a key that is made lies there for its owner alone, its public half for everybody", (context) => {
  const keys = new KeyFiles(join(scratch(context), "deep", "keys"));
  const { publicKey } = keys.make();
  const file = keys.privateFile(publicKey.fingerprint);
  assert.equal(statSync(file).mode & 0o777, 0o600);
  assert.equal(statSync(keys.folder).mode & 0o777, 0o700);
  assert.match(readFileSync(file, "latin1"), /^-----BEGIN PRIVATE KEY-----/);
  const read = readPublicKey(readFileSync(keys.publicFile(publicKey.fingerprint), "latin1"));
  assert.equal("rejected" in read ? read.rejected : read.fingerprint, publicKey.fingerprint);
  assert.deepEqual(keys.privateFiles(), [file]);
  assert.equal(readdirSync(keys.folder).length, 2);
});

test("a key is read back under its fingerprint and signs as before", (context) => {
  const keys = new KeyFiles(scratch(context));
  const made = keys.make();
  const read = keys.read(made.publicKey.fingerprint);
  const message = Buffer.from("message");
  assert.deepEqual(read.sign(message), made.sign(message));
});

test("two keys are two files", (context) => {
  const keys = new KeyFiles(scratch(context));
  const [a, b] = [keys.make(), keys.make()];
  assert.equal(keys.privateFiles().length, 2);
  assert.notEqual(a.publicKey.fingerprint, b.publicKey.fingerprint);
  assert.equal(publicKeyFileName("SHA256:a/b+c"), "a_b-c.pub");
});

test("missing, unreadable and another's key are told apart, and none is repeated in the error", (context) => {
  const folder = scratch(context);
  const keys = new KeyFiles(folder);
  const fingerprint = makeSigner().signer.publicKey.fingerprint;
  assert.equal(refusal(() => keys.read(fingerprint)).code, "HP-KEY-MISSING");
  writeFiles(folder, { rubbish: "top secret", large: "x".repeat(20_000), empty: "" });
  for (const name of ["rubbish", "large", "empty", "."]) {
    const { code, text } = refusal(() => readKeyFile(join(folder, name)));
    assert.equal(code, "HP-KEY-UNREADABLE", name);
    assert.doesNotMatch(text, /secret/);
  }
  const other = makeSigner();
  writeFiles(folder, { [keys.privateFile(fingerprint).slice(folder.length + 1)]: other.pem });
  const { code, text } = refusal(() => keys.read(fingerprint));
  assert.equal(code, "HP-KEY-UNREADABLE");
  assert.match(text, /holds the key SHA256:/);
});

test("a folder without keys has none", (context) => {
  assert.deepEqual(new KeyFiles(join(scratch(context), "none")).privateFiles(), []);
});
