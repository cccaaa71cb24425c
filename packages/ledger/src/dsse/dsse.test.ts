import assert from "node:assert/strict";
import { generateKeyPairSync, sign } from "node:crypto";
import { test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import type { PublicKey } from "../keys/public-key.ts";
import { describe } from "../keys/public-key.ts";
import { makeSigner } from "../keys/signer.ts";
import type { Envelope } from "./envelope.ts";
import { decodeBase64, ENVELOPE_SIGNATURES_MAX, readEnvelope } from "./envelope.ts";
import { pae } from "./pae.ts";
import { signEnvelope } from "./sign.ts";
import { verifyEnvelope } from "./verify.ts";

const TYPE = "application/vnd.test+json";
const { signer } = makeSigner();
const { signer: other } = makeSigner();
const read = (text: string): Envelope => readEnvelope(Buffer.from(text), "x.dsse.json");

function codeOf(text: string): string {
  try {
    read(text);
  } catch (thrown) {
    return isHoldpointError(thrown) ? thrown.code : String(thrown);
  }
  return "read";
}

function keyOf(object: Parameters<typeof describe>[0]): PublicKey {
  const key = describe(object);
  return "rejected" in key ? assert.fail(key.rejected) : key;
}

test("the encoding that is signed is that of the DSSE protocol's example", () => {
  const encoded = pae("http://example.com/HelloWorld", Buffer.from("hello world"));
  assert.equal(encoded.toString(), "DSSEv1 29 http://example.com/HelloWorld 11 hello world");
  assert.equal(pae("é", Buffer.alloc(0)).toString(), "DSSEv1 2 é 0 ");
});

test("an envelope verifies under each key that signed it and no other", () => {
  const envelope = read(signEnvelope(TYPE, Buffer.from("{}"), [signer, other]));
  assert.equal(envelope.payload.toString(), "{}");
  const fingerprints = (keys: readonly PublicKey[]): string[] =>
    verifyEnvelope(envelope, keys).map((key) => key.fingerprint);
  assert.deepEqual(fingerprints([signer.publicKey, other.publicKey]), [
    signer.publicKey.fingerprint,
    other.publicKey.fingerprint,
  ]);
  assert.deepEqual(fingerprints([other.publicKey, other.publicKey]), [other.publicKey.fingerprint], "each once");
  assert.deepEqual(fingerprints([makeSigner().signer.publicKey]), []);
  assert.throws(() => signEnvelope(TYPE, Buffer.from("{}"), []), TypeError);
});

test("payload and type are both signed, the key's name is not", () => {
  const envelope = read(signEnvelope(TYPE, Buffer.from("{}"), [signer]));
  assert.equal(verifyEnvelope({ ...envelope, payload: Buffer.from("[]") }, [signer.publicKey]).length, 0);
  assert.equal(verifyEnvelope({ ...envelope, payloadType: `${TYPE}x` }, [signer.publicKey]).length, 0);
  const [signature] = envelope.signatures;
  const renamed = {
    ...envelope,
    signatures: [{ keyid: "someone else", signature: signature?.signature ?? Buffer.alloc(0) }],
  };
  assert.equal(verifyEnvelope(renamed, [signer.publicKey]).length, 1);
});

test("ECDSA P-256 signatures are read as DER and as raw r and s", () => {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const key = keyOf(publicKey);
  const payload = Buffer.from("{}");
  for (const dsaEncoding of ["der", "ieee-p1363"] as const) {
    const signature = sign("sha256", pae(TYPE, payload), { key: privateKey, dsaEncoding });
    assert.deepEqual(verifyEnvelope({ payloadType: TYPE, payload, signatures: [{ keyid: null, signature }] }, [key]), [
      key,
    ]);
    const wrong = { payloadType: TYPE, payload: Buffer.from("[]"), signatures: [{ keyid: null, signature }] };
    assert.deepEqual(verifyEnvelope(wrong, [key]), []);
  }
});

test("signatures of any length are looked at without a crash", () => {
  const { publicKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const keys = [signer.publicKey, keyOf(publicKey)];
  for (const size of [1, 8, 63, 64, 65, 70, 72, 1000]) {
    for (const fill of [0, 0x30, 0xff]) {
      const signatures = [{ keyid: null, signature: Buffer.alloc(size, fill) }];
      assert.deepEqual(verifyEnvelope({ payloadType: TYPE, payload: Buffer.alloc(0), signatures }, keys), []);
    }
  }
});

test("both alphabets of base64, padded or not, and nothing between", () => {
  const bytes = Buffer.from([0xfb, 0xff, 0xfe, 0x01]);
  for (const text of ["+//+AQ==", "+//+AQ", "-__-AQ==", "-__-AQ", "-//-AQ"])
    assert.deepEqual(decodeBase64(text), bytes, text);
  assert.deepEqual(decodeBase64(""), Buffer.alloc(0));
  for (const text of ["+//+AQ=", "+//+AR==", "+//+ AQ==", "+//+AQ==\n", "+", "=", "====", "ä"])
    assert.equal(decodeBase64(text), null, text);
});

test("what is not an envelope is refused with a registered code", () => {
  const good = { payload: "e30=", payloadType: TYPE, signatures: [{ sig: "AAAA" }] };
  assert.equal(codeOf(JSON.stringify({ ...good, more: 1 })), "read", "unknown members are allowed");
  assert.equal(codeOf(JSON.stringify({ ...good, signatures: [{ sig: "AAAA", keyid: null }] })), "read");
  const wrong: readonly unknown[] = [
    null,
    [],
    1,
    {},
    { ...good, payload: 1 },
    { ...good, payload: "e30=\n" },
    { ...good, payloadType: "" },
    { ...good, payloadType: 5 },
    { ...good, signatures: [] },
    { ...good, signatures: {} },
    { ...good, signatures: [null] },
    { ...good, signatures: [{ sig: "" }] },
    { ...good, signatures: [{ sig: "*" }] },
    { ...good, signatures: [{ sig: "AAAA", keyid: 1 }] },
    { ...good, signatures: Array.from({ length: ENVELOPE_SIGNATURES_MAX + 1 }, () => ({ sig: "AAAA" })) },
  ];
  for (const value of wrong) assert.equal(codeOf(JSON.stringify(value)), "HP-ENVELOPE-INVALID", JSON.stringify(value));
  for (const text of ["", "{", "x", '{"payload":1,"payload":2}']) assert.match(codeOf(text), /^HP-READ-/, text);
});
