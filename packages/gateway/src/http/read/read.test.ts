import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readIdempotencyKey } from "./idempotency-key.ts";
import { readJsonBody } from "./json-body.ts";
import { readPrefer } from "./prefer.ts";
import { bodyInstant, readCount, readInstant } from "./query.ts";

test("Prefer: what is understood counts, the first of two, everything else is passed over", () => {
  const table: readonly (readonly [string | undefined, boolean, number | null])[] = [
    [undefined, false, null],
    ["", false, null],
    ["respond-async", true, null],
    ["Respond-Async", true, null],
    ["wait=10", false, 10],
    ['wait="10"', false, 10],
    ["wait = 10", false, 10],
    ["respond-async, wait=100", true, 100],
    ["wait=5;foo=bar, handling=lenient", false, 5],
    ["wait=5, wait=6", false, 5],
    ["wait=x, wait=6", false, 6],
    ["wait=-1", false, null],
    ["wait=1.5", false, null],
    ["wait=9999999999", false, null],
    ["respond-asynchronously", false, null],
  ];
  for (const [header, respondAsync, wait] of table)
    assert.deepEqual(readPrefer(header), { respondAsync, wait }, header);
});

test("an idempotency key in quotes and bare is the same key", () => {
  assert.equal(readIdempotencyKey(undefined), null);
  const table: readonly (readonly [string, string])[] = [
    ["order-17", "order-17"],
    ['"order-17"', "order-17"],
    ["8e03978e-40d5-43dd-bc93-6894a57f9324", "8e03978e-40d5-43dd-bc93-6894a57f9324"],
    ['"a, b"', "a, b"],
    ['"say \\"hi\\" \\\\"', 'say "hi" \\'],
    ["two words", "two words"],
    ["x".repeat(255), "x".repeat(255)],
    [`"${"x".repeat(255)}"`, "x".repeat(255)],
  ];
  for (const [header, key] of table) assert.equal(readIdempotencyKey(header), key);
});

test("what is no key is refused, with the reason", () => {
  const table: readonly (readonly [string, RegExp])[] = [
    ["", /empty/],
    ['""', /empty/],
    ["x".repeat(256), /more than 255/],
    [`"${"x".repeat(256)}"`, /more than 255/],
    ["a, b", /several/],
    ['"a", "b"', /several/],
    ['"open', /quote/],
    ['"a"b', /quote/],
    ['"a\\n"', /quote/],
    ["caf\u00e9", /printable/],
    ["a\tb", /printable/],
    [" a", /printable/],
  ];
  for (const [header, message] of table) {
    assert.throws(() => readIdempotencyKey(header), { code: "HP-GATEWAY-HEADER", message });
  }
});

test("every key survives being quoted", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 255 }), (key) => {
      const quoted = `"${key.replaceAll(/["\\]/g, (sign) => `\\${sign}`)}"`;
      assert.equal(readIdempotencyKey(quoted), key);
    }),
  );
});

test("a body is read as it is, also what a prototype has", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const text = JSON.stringify(value);
      const isTaken = !text.includes("__proto__") && text.isWellFormed() && !/\\ud[89a-f]/i.test(text);
      if (isTaken) assert.deepEqual(readJsonBody(Buffer.from(text)), JSON.parse(text));
    }),
    { numRuns: 300 },
  );
});

test("counts and instants of a query", () => {
  assert.equal(readCount({}, "limit", 50, 200), 50);
  assert.equal(readCount({ limit: "200" }, "limit", 50, 200), 200);
  for (const limit of ["0", "201", "", "1e2", "1.0", "-1", "9".repeat(10)]) {
    assert.throws(() => readCount({ limit }, "limit", 50, 200), {
      code: "HP-GATEWAY-QUERY",
      message: /'limit'.*1 to 200/,
    });
  }
  assert.equal(readInstant({}, "since"), undefined);
  assert.equal(readInstant({ since: "1970-01-01T00:00:01Z" }, "since"), 1000);
  assert.throws(() => readInstant({ since: "1970-01-01" }, "since"), { code: "HP-GATEWAY-QUERY" });
  assert.equal(bodyInstant("until", undefined), undefined);
  assert.throws(() => bodyInstant("until", "now"), { code: "HP-GATEWAY-BODY", message: /'until'/ });
});
