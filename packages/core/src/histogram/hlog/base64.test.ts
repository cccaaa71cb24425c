import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fromBase64, toBase64 } from "./base64.ts";

/** RFC 4648, section 10. */
const VECTORS: readonly (readonly [string, string])[] = [
  ["", ""],
  ["f", "Zg=="],
  ["fo", "Zm8="],
  ["foo", "Zm9v"],
  ["foob", "Zm9vYg=="],
  ["fooba", "Zm9vYmE="],
  ["foobar", "Zm9vYmFy"],
];

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

test("the vectors of the RFC, both ways", () => {
  for (const [text, encoded] of VECTORS) {
    assert.equal(toBase64(bytesOf(text)), encoded);
    assert.deepEqual(fromBase64(encoded), bytesOf(text));
  }
});

test("any bytes are written as Node writes them, and read back", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const text = toBase64(bytes);
      assert.equal(text, Buffer.from(bytes).toString("base64"));
      assert.deepEqual(fromBase64(text), bytes);
    }),
  );
});

test("what is not exactly base64 is refused, not read as something near it", () => {
  const wrong = [
    "Z",
    "Zg",
    "Zg=",
    "Zg===",
    "=",
    "====",
    "Zm=v",
    "Zm9v\n",
    "Zm 9",
    "Zm-_",
    "Zh==",
    "Zm9=",
    "Zm9vYg==Zm9v",
  ];
  for (const text of wrong) assert.equal(fromBase64(text), null, JSON.stringify(text));
});

test("every text is refused or is the one way to write its bytes", () => {
  const texts = fc.string({ unit: fc.constantFrom(..."Aa9+/=-_ \u00E9".split("")), maxLength: 12 });
  fc.assert(
    fc.property(texts, (text) => {
      const bytes = fromBase64(text);
      if (bytes !== null) assert.equal(Buffer.from(bytes).toString("base64"), text);
    }),
  );
});
