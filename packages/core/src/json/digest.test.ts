import assert from "node:assert/strict";
import { test } from "node:test";
import { digestOf, sha256Hex } from "./digest.ts";

test("SHA-256 as in the examples of FIPS 180-4", () => {
  assert.equal(sha256Hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  assert.equal(sha256Hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  assert.equal(sha256Hex(new TextEncoder().encode("abc")), sha256Hex("abc"));
});

test("the address of a value is the digest of its canonical form", () => {
  assert.equal(digestOf({ b: [1, null], a: "€" }), `sha256:${sha256Hex('{"a":"€","b":[1,null]}')}`);
  assert.equal(digestOf({ a: 1 }), digestOf(JSON.parse('{ "a": 1.0 }')));
  assert.notEqual(digestOf({ a: 1 }), digestOf({ a: "1" }));
  assert.notEqual(digestOf([1, 2]), digestOf([2, 1]));
});

test("what has no canonical form has no address", () => {
  assert.throws(() => digestOf(Number.NaN), TypeError);
});
