import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import type { Json } from "../noun/json.ts";
import { canonicalize } from "./canonicalize.ts";
import { CANONICAL_DEPTH_MAX } from "./order-keys.ts";

const parse = (text: string): Json => JSON.parse(text) as Json;

/** RFC 8785, appendix B: IEEE 754 bits and the ECMAScript text of the number. */
const NUMBERS: readonly (readonly [string, string | null])[] = [
  ["0000000000000000", "0"],
  ["8000000000000000", "0"],
  ["0000000000000001", "5e-324"],
  ["8000000000000001", "-5e-324"],
  ["7fefffffffffffff", "1.7976931348623157e+308"],
  ["ffefffffffffffff", "-1.7976931348623157e+308"],
  ["4340000000000000", "9007199254740992"],
  ["c340000000000000", "-9007199254740992"],
  ["4430000000000000", "295147905179352830000"],
  ["7fffffffffffffff", null],
  ["7ff0000000000000", null],
  ["44b52d02c7e14af5", "9.999999999999997e+22"],
  ["44b52d02c7e14af6", "1e+23"],
  ["44b52d02c7e14af7", "1.0000000000000001e+23"],
  ["444b1ae4d6e2ef4e", "999999999999999700000"],
  ["444b1ae4d6e2ef4f", "999999999999999900000"],
  ["444b1ae4d6e2ef50", "1e+21"],
  ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
  ["3eb0c6f7a0b5ed8d", "0.000001"],
  ["41b3de4355555553", "333333333.3333332"],
  ["41b3de4355555554", "333333333.33333325"],
  ["41b3de4355555555", "333333333.3333333"],
  ["41b3de4355555556", "333333333.3333334"],
  ["41b3de4355555557", "333333333.33333343"],
  ["becbf647612f3696", "-0.0000033333333333333333"],
  ["43143ff3c1cb0959", "1424953923781206.2"],
];

test("numbers are written as in appendix B of RFC 8785", () => {
  for (const [bits, text] of NUMBERS) {
    const value = new DataView(Uint8Array.from(Buffer.from(bits, "hex")).buffer).getFloat64(0);
    if (text === null) assert.throws(() => canonicalize(value), TypeError, bits);
    else assert.equal(canonicalize(value), text, bits);
  }
});

test("the example of section 3.2.2 is written as in section 3.2.4", () => {
  const example = parse(String.raw`{
    "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
    "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
    "literals": [null, true, false]
  }`);
  const hex = `
    7b 22 6c 69 74 65 72 61 6c 73 22 3a 5b 6e 75 6c 6c 2c 74 72 75 65 2c 66 61 6c 73 65 5d 2c 22 6e
    75 6d 62 65 72 73 22 3a 5b 33 33 33 33 33 33 33 33 33 2e 33 33 33 33 33 33 33 2c 31 65 2b 33 30
    2c 34 2e 35 2c 30 2e 30 30 32 2c 31 65 2d 32 37 5d 2c 22 73 74 72 69 6e 67 22 3a 22 e2 82 ac 24
    5c 75 30 30 30 66 5c 6e 41 27 42 5c 22 5c 5c 5c 5c 5c 22 2f 22 7d`;
  assert.equal(Buffer.from(canonicalize(example)).toString("hex"), hex.replace(/\s/g, ""));
});

test("keys are sorted as in the example of section 3.2.3", () => {
  const example = parse(String.raw`{
    "\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
    "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis"
  }`);
  const order = Object.values(parse(canonicalize(example)) as Record<string, string>);
  assert.deepEqual(
    [...canonicalize(example).matchAll(/":"([^"]+)"/g)].map((match) => match[1]),
    [
      "Carriage Return",
      "One",
      "Control",
      "Latin Small Letter O With Diaeresis",
      "Euro Sign",
      "Emoji: Grinning Face",
      "Hebrew Letter Dalet With Dagesh",
    ],
  );
  assert.equal(order.length, 7);
});

test("whole vector folders are written byte by byte", (t) => {
  const folder = process.env["HOLDPOINT_VECTORS"];
  const vectors = join(folder ?? "", "rfc8785");
  if (folder === undefined || !existsSync(vectors)) {
    t.skip("HOLDPOINT_VECTORS names no folder with rfc8785/");
    return;
  }
  const names = readdirSync(join(vectors, "input"));
  assert.ok(names.length > 0);
  for (const name of names) {
    const expected = readFileSync(join(vectors, "output", name), "utf8");
    assert.equal(canonicalize(parse(readFileSync(join(vectors, "input", name), "utf8"))), expected, name);
  }
});

test("what JSON cannot carry is refused instead of being written as something else", () => {
  const sparse: Json[] = [1];
  sparse.length = 3;
  const wrong: unknown[] = [
    undefined,
    () => 1,
    Symbol("s"),
    1n,
    Number.NaN,
    Infinity,
    -Infinity,
    "\ud800",
    "a\udc00",
    { "\ud800": 1 },
    [undefined],
    sparse,
    { a: undefined },
    { a: () => 1 },
    new Map([["a", 1]]),
    new Date(0),
    new Uint8Array(2),
    /x/,
    Object.create({ inherited: 1 }),
  ];
  for (const value of wrong) assert.throws(() => canonicalize(value as Json), TypeError, typeof value);
});

test("keys that engines put in places of their own are where the RFC wants them", () => {
  assert.equal(
    canonicalize({ 9: 1, 10: 2, "!": 3, a: { 1: 1, "00": 2, "-1": 3 } }),
    '{"!":3,"10":2,"9":1,"a":{"-1":3,"00":2,"1":1}}',
  );
  assert.equal(canonicalize(parse('{"b":[{"__proto__":{"x":[1]}}],"a":-0}')), '{"a":0,"b":[{"__proto__":{"x":[1]}}]}');
  const keys = fc.oneof(
    fc.nat(30).map(String),
    fc.constantFrom("__proto__", "!", "a", "00", "4294967295", "-1", "1.5", "toJSON"),
  );
  fc.assert(
    fc.property(fc.uniqueArray(keys), (all) => {
      const object = parse(`{${all.map((key) => `${JSON.stringify(key)}:1`).join(",")}}`);
      const expected = all.toSorted().map((key) => `${JSON.stringify(key)}:1`);
      assert.equal(canonicalize([object]), `[{${expected.join(",")}}]`);
    }),
  );
});

test("plain objects are written whatever realm or prototype they are from", () => {
  assert.equal(canonicalize(Object.assign(Object.create(null), { b: 1, a: 2 }) as Json), '{"a":2,"b":1}');
  assert.equal(canonicalize(structuredClone({ a: [] })), '{"a":[]}');
  assert.equal(canonicalize(parse('{"__proto__":1,"a":{}}')), '{"__proto__":1,"a":{}}');
});

test("nesting is bounded instead of overflowing the stack", () => {
  const nested = (depth: number): Json => parse("[".repeat(depth) + "]".repeat(depth));
  assert.equal(canonicalize(nested(CANONICAL_DEPTH_MAX)).length, 2 * CANONICAL_DEPTH_MAX);
  assert.throws(() => canonicalize(nested(CANONICAL_DEPTH_MAX + 2)), { name: "TypeError", message: /512/ });
  assert.throws(() => canonicalize(nested(100_000)), TypeError);
});

test("writing and reading again changes nothing, and order of keys does not matter", () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const text = canonicalize(value as Json);
      assert.equal(canonicalize(parse(text)), text);
      assert.deepEqual(parse(text), parse(JSON.stringify(value)));
    }),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: "grapheme" }), fc.integer()), (object) => {
      const reversed = Object.fromEntries(Object.entries(object).toReversed());
      assert.equal(canonicalize(reversed), canonicalize(object));
    }),
  );
});
