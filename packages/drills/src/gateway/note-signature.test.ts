import assert from "node:assert/strict";
import { generateKeyPairSync, sign } from "node:crypto";
import { test } from "node:test";
import { isSignedBy } from "./note-signature.ts";

const { publicKey, privateKey } = generateKeyPairSync("ed25519");
const PEM = String(publicKey.export({ type: "spki", format: "pem" }));
const TEXT = "holdpoint/gateway\n12\nabc=\n";

function noteOf(text: string, name = "holdpoint/gateway"): string {
  const signature = Buffer.concat([Buffer.alloc(4), sign(null, Buffer.from(text), privateKey)]).toString("base64");
  return `${text}\n— ${name} ${signature}\n`;
}

test("a note signed by the key is", () => {
  assert.equal(isSignedBy(noteOf(TEXT), PEM), true);
});

test("a note that was changed, signed in another name or by nobody is not", () => {
  assert.equal(isSignedBy(noteOf(TEXT).replace("12", "13"), PEM), false);
  assert.equal(isSignedBy(noteOf(TEXT, "holdpoint/other"), PEM), false);
  assert.equal(isSignedBy(`${TEXT}\n`, PEM), false);
  assert.equal(isSignedBy(TEXT, PEM), false);
  assert.equal(isSignedBy("", PEM), false);
});

test("another key, or none, verifies nothing", () => {
  const other = generateKeyPairSync("ed25519").publicKey.export({ type: "spki", format: "pem" });
  const elliptic = generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey.export({ type: "spki", format: "pem" });
  for (const pem of [other, elliptic, "", "no key"]) assert.equal(isSignedBy(noteOf(TEXT), String(pem)), false);
});
