import assert from "node:assert/strict";
import { test } from "node:test";
import { parseJsonPath, valueAt } from "./json-path.ts";
import { planPlace } from "./place.ts";

const parse = (text: string): ReturnType<typeof parseJsonPath> =>
  parseJsonPath({ text, pointer: "checks[0].path", placeOf: planPlace });

test("members, indexes and quoted members", () => {
  assert.deepEqual(parse("$"), []);
  assert.deepEqual(parse("$.a.b-c[0][12].$d"), ["a", "b-c", 0, 12, "$d"]);
  assert.deepEqual(parse('$["odd name"]["a\\"b"][""]'), ["odd name", 'a"b', ""]);
});

test("what is no path is refused at its column", () => {
  const columns: Readonly<Record<string, number>> = {
    "": 1,
    "a.b": 1,
    $a: 2,
    "$.": 2,
    "$.a..b": 4,
    "$.a[*]": 4,
    "$.a[-1]": 4,
    "$.a[01]": 4,
    "$.a[0": 4,
    "$['a']": 2,
    '$["a\\q"]': 2,
    "$.a ": 4,
  };
  for (const [text, column] of Object.entries(columns)) {
    assert.throws(() => parse(text), { code: "HP-LOAD-JSON-PATH", place: { column } }, text);
  }
  assert.throws(() => parse(`$${".a".repeat(65)}`), { code: "HP-LOAD-JSON-PATH" });
  assert.throws(() => parse("x"), /checks\[0\]\.path: "x" does not begin with \$/);
});

test("a path has one value or none", () => {
  const document: unknown = JSON.parse('{"a":[{"b":null},7],"0":"zero","__proto__":{"x":1}}');
  assert.equal(valueAt(document, parse("$.a[0].b")), null);
  assert.equal(valueAt(document, parse("$.a[1]")), 7);
  assert.equal(valueAt(document, parse("$.__proto__.x")), 1);
  for (const path of ["$.a[2]", "$.a.length", "$[0]", "$.a[1].b", "$.a[0].b.c", "$.constructor", "$.a[0].b[0]"]) {
    assert.equal(valueAt(document, parse(path)), undefined, path);
  }
  assert.equal(valueAt("text", parse("$")), "text");
  assert.equal(valueAt(undefined, parse("$.a")), undefined);
});
