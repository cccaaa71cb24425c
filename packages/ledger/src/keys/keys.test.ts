import assert from "node:assert/strict";
import { createSecretKey, generateKeyPairSync, verify } from "node:crypto";
import { test } from "node:test";
import {
  describe,
  fingerprintOf,
  KEY_TEXT_SIZE_CHARS_MAX,
  keyFileStem,
  publicKeyOfRaw,
  publicKeyPem,
  readPublicKey,
} from "./public-key.ts";
import { makeSigner, readSigner } from "./signer.ts";

/** Test 1 of RFC 8032 section 7.1. */
const RFC_8032 = {
  secret: "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
  raw: "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
  signature:
    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155" +
    "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
};

function rejection(text: string): string {
  const key = readPublicKey(text);
  return "rejected" in key ? key.rejected : assert.fail("it was read");
}

test("a public key is read as PEM and as base64, under one fingerprint", () => {
  const { signer } = makeSigner();
  const { publicKey } = signer;
  for (const text of [publicKeyPem(publicKey), `\n ${publicKeyPem(publicKey)}`, publicKey.raw.toString("base64")]) {
    const key = readPublicKey(text);
    if ("rejected" in key) assert.fail(key.rejected);
    assert.equal(key.fingerprint, publicKey.fingerprint);
    assert.deepEqual(key.raw, publicKey.raw);
  }
});

test("the published Ed25519 key signs as published", () => {
  const der = Buffer.concat([
    Buffer.from("302e020100300506032b657004220420", "hex"),
    Buffer.from(RFC_8032.secret, "hex"),
  ]);
  const signer = readSigner(`-----BEGIN PRIVATE KEY-----\n${der.toString("base64")}\n-----END PRIVATE KEY-----\n`);
  if ("rejected" in signer) assert.fail(signer.rejected);
  assert.equal(signer.publicKey.raw.toString("hex"), RFC_8032.raw);
  assert.equal(signer.sign(Buffer.alloc(0)).toString("hex"), RFC_8032.signature);
  assert.ok(verify(null, Buffer.alloc(0), signer.publicKey.object, Buffer.from(RFC_8032.signature, "hex")));
});

test("a fingerprint is the digest of the raw key, and its file name is one name", () => {
  const fingerprint = fingerprintOf(Buffer.from(RFC_8032.raw, "hex"));
  assert.match(fingerprint, /^SHA256:[A-Za-z0-9+/]{43}$/);
  assert.equal(keyFileStem("SHA256:a+b/c"), "a-b_c");
  assert.match(keyFileStem(fingerprint), /^[A-Za-z0-9_-]{43}$/);
});

test("ECDSA P-256 is accepted for reading, anything else is rejected with its reason", () => {
  const p256 = generateKeyPairSync("ec", { namedCurve: "prime256v1" }).publicKey;
  const key = readPublicKey(p256.export({ format: "pem", type: "spki" }).toString());
  assert.equal("rejected" in key ? key.rejected : key.type, "ecdsa-p256");
  const p384 = generateKeyPairSync("ec", { namedCurve: "secp384r1" }).publicKey;
  assert.match(rejection(p384.export({ format: "pem", type: "spki" }).toString()), /type ec/);
  assert.match(rejection(""), /32 bytes/);
  assert.match(rejection("not base64!"), /neither PEM nor base64/);
  assert.match(rejection("AAAA"), /32 bytes, not 3/);
  assert.match(rejection("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"), /not a key in PEM form/);
  assert.match(rejection("x".repeat(KEY_TEXT_SIZE_CHARS_MAX + 1)), /longer/);
  assert.match(rejection(makeSigner().pem), /private key/);
  assert.ok("rejected" in publicKeyOfRaw(Buffer.alloc(31)));
});

test("a private key that is none is rejected without saying what it holds", () => {
  for (const text of [
    "",
    "secret words",
    "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
    "x".repeat(20_000),
  ]) {
    const signer = readSigner(text);
    if (!("rejected" in signer)) assert.fail("it was read");
    assert.doesNotMatch(signer.rejected, /secret|AAAA/);
  }
  const ec = generateKeyPairSync("ec", { namedCurve: "prime256v1" }).privateKey;
  const signer = readSigner(ec.export({ format: "pem", type: "pkcs8" }).toString());
  assert.match("rejected" in signer ? signer.rejected : "", /Ed25519 keys only/);
  const rsa = generateKeyPairSync("rsa", { modulusLength: 1024 }).privateKey;
  const other = readSigner(rsa.export({ format: "pem", type: "pkcs8" }).toString());
  assert.match("rejected" in other ? other.rejected : "", /rsa is not accepted/);
});

test("a key of no kind at all is rejected", () => {
  const secret = describe(createSecretKey(Buffer.alloc(32)));
  assert.deepEqual(secret, { rejected: "a key of type unknown is not accepted; Ed25519 and ECDSA P-256 are" });
});
