import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { test } from "node:test";
import { bearerToken, digestToken, newToken } from "./token.ts";

test("a token is hp_ and 43 characters that need no escape", () => {
  const tokens = Array.from({ length: 100 }, () => newToken(randomBytes));
  for (const token of tokens) assert.match(token, /^hp_[A-Za-z0-9_-]{43}$/);
  assert.equal(new Set(tokens).size, 100);
});

test("a source that gives too few bytes makes no token", () => {
  assert.throws(() => newToken(() => new Uint8Array(31)), RangeError);
});

test("the digest is SHA-256 in hexadecimal", () => {
  assert.equal(digestToken("hp_x"), createHash("sha256").update("hp_x").digest("hex"));
});

test("the token of a header of RFC 6750", () => {
  const token = newToken(randomBytes);
  for (const scheme of ["Bearer ", "bearer ", "BEARER   "]) assert.equal(bearerToken(scheme + token), token);
  const none = [undefined, "", token, "Bearer", "Bearer ", `Basic ${token}`, `Bearer ${token} `, `Bearer ${token},x`];
  for (const header of [...none, "Bearer short", `Bearer ${"x".repeat(129)}`, `Bearer ${"x".repeat(9999)}`]) {
    assert.equal(bearerToken(header), null);
  }
});
