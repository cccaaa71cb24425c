import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { JsonFault, shownCharacter } from "./fault.ts";
import { locateFault } from "./locate-fault.ts";
import { scanScalar } from "./scan-scalar.ts";
import { scanString } from "./scan-string.ts";

test("strict JSON has no fault", () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), fc.nat(3), (value, indent) => {
      assert.equal(locateFault(JSON.stringify(value, null, indent), 100), null);
    }),
  );
});

test("the first of several faults is the one that is told", () => {
  const fault = locateFault('{"a":1,"a":tru,', 100);
  assert.ok(fault instanceof JsonFault);
  assert.deepEqual(
    [fault.code, fault.offset, fault.message],
    ["HP-READ-DUPLICATE-KEY", 7, 'the key "a" is there twice'],
  );
});

test("keys of one object are not those of another", () => {
  assert.equal(locateFault('[{"a":{"a":1}},{"a":2}]', 100), null);
  assert.equal(locateFault('{"a":[{"b":1},{"b":1}],"b":{}}', 100), null);
  assert.equal(locateFault('{"b":{"a":1},"c":{"a":1},"b":0}', 100)?.offset, 25);
});

test("a very long key is shown by its beginning", () => {
  const key = `"${"k".repeat(10_000)}"`;
  assert.ok((locateFault(`{${key}:1,${key}:2}`, 100)?.message.length ?? 0) < 200);
});

test("what ends too soon says what it is in the middle of", () => {
  const table: readonly (readonly [string, RegExp])[] = [
    ["[1", /of an array/],
    ['{"a":1', /of an object/],
    ['[{"a":[1', /of an array/],
    ['"a', /of a string/],
    ["[12.", /of a number/],
    ["[fals", /of false/],
  ];
  for (const [text, message] of table) {
    const fault = locateFault(text, 100);
    assert.equal(fault?.code, "HP-READ-TRUNCATED", text);
    assert.match(fault?.message ?? "", message);
    assert.equal(fault?.offset, text.length);
  }
});

test("depth is counted by arrays and objects inside one another, not beside one another", () => {
  assert.equal(locateFault("[[],[],{}]", 2), null);
  assert.equal(locateFault('[{"a":[]}]', 3), null);
  assert.deepEqual([locateFault('[{"a":[]}]', 2)?.code, locateFault('[{"a":[]}]', 2)?.offset], ["HP-READ-DEPTH", 6]);
});

test("strings and scalars end where they end", () => {
  assert.equal(scanString('x"a\\"b"y', 1), 7);
  assert.equal(scanString('"\\u00e9\\ud83d\\ude00"', 0), 20);
  const ends: readonly (readonly [string, number])[] = [
    ["true,", 4],
    ["null", 4],
    ["-0.5e+10]", 8],
    ["0}", 1],
    ["12 ", 2],
    ['"a":', 3],
  ];
  for (const [text, end] of ends) assert.equal(scanScalar(text, 0), end, text);
});

test("characters that would not be seen are shown by their number", () => {
  assert.deepEqual(
    ["x", "\0", "\n", " ", "\u00a0", "😀"].map((text) => shownCharacter(text, 0)),
    ['"x"', "U+0000", "U+000A", "U+0020", "U+00A0", "U+1F600"],
  );
});
