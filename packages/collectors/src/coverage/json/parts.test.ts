import assert from "node:assert/strict";
import { test } from "node:test";
import { COVERAGE_REMARKS_MAX } from "@holdpoint/core";
import { JsonCursor } from "./cursor.ts";
import { JsonFault, shownByte } from "./fault.ts";
import { headHas } from "./head.ts";
import { KeySets } from "./key-sets.ts";
import { addCounts, Mismatches } from "./mismatches.ts";
import { Places } from "./places.ts";
import { JsonRemarks } from "./remarks.ts";
import { scanNumber } from "./scan-number.ts";
import { scanString } from "./scan-string.ts";
import { PieceTexts } from "./strings.ts";

const cursorOf = (text: string): JsonCursor => new JsonCursor(Buffer.from(text), "r.json");

function faultOf(run: () => unknown): string {
  try {
    return String(run());
  } catch (thrown) {
    assert.ok(thrown instanceof JsonFault, String(thrown));
    return `${thrown.code.slice("HP-READ-".length)} ${thrown.offset}`;
  }
}

test("numbers end where their grammar does", () => {
  const scan = (text: string): string => faultOf(() => scanNumber(Buffer.from(text), 0));
  const cases: readonly (readonly [string, string])[] = [
    ["0,", "1"],
    ["-0]", "2"],
    ["120}", "3"],
    ["1.25 ", "4"],
    ["1e5,", "3"],
    ["1E+5,", "4"],
    ["1.5e-12\n", "7"],
    ["01", "SYNTAX 1"],
    ["-01", "SYNTAX 2"],
    ["-", "TRUNCATED 1"],
    ["-x", "SYNTAX 1"],
    ["1.", "TRUNCATED 2"],
    ["1.,", "SYNTAX 2"],
    ["1e", "TRUNCATED 2"],
    ["1e+", "TRUNCATED 3"],
    ["1e+]", "SYNTAX 3"],
  ];
  for (const [text, expected] of cases) assert.equal(scan(text), expected, text);
});

test("strings end at their quote, and say whether they hold escapes", () => {
  const scan = (text: string): string => faultOf(() => scanString(Buffer.from(text), 0));
  const cases: readonly (readonly [string, string])[] = [
    ['"', "0"],
    ['abc"', "3"],
    ['é"', "2"],
    ['a\\n"', String(~3)],
    ['\\""', String(~2)],
    ['\\\\"', String(~2)],
    ['\\u00e9"', String(~6)],
    ['\\ud83d\\ude00"', String(~12)],
    ["abc", "TRUNCATED 3"],
    ["\\", "TRUNCATED 1"],
    ["\\u00", "TRUNCATED 4"],
    ['\\u00zz"', "SYNTAX 0"],
    ['\\q"', "SYNTAX 0"],
    ['a\nb"', "SYNTAX 1"],
    ['\\ud83d"', "ENCODING 0"],
    ['\\ud83dx"', "ENCODING 0"],
    ['\\ude00"', "ENCODING 0"],
    ['\\ud83d\\u0041"', "ENCODING 0"],
  ];
  for (const [text, expected] of cases) assert.equal(scan(text), expected, text);
});

test("bytes are shown, or numbered where they would not be seen", () => {
  assert.deepEqual([0x41, 0x22, 0x20, 0x0a, 0xff, undefined].map(shownByte), [
    '"A"',
    '"""',
    "0x20",
    "0x0a",
    "0xff",
    "the end of the file",
  ]);
});

test("texts of the same bytes are the same text, and of others are not", () => {
  const bytes = Buffer.from(`abcabcxbc${"y".repeat(300)}${"y".repeat(300)}`);
  const texts = new PieceTexts();
  const of = (start: number, end: number): string => texts.of(bytes, start, end);
  assert.deepEqual([of(0, 3), of(3, 6), of(6, 9), of(0, 0), of(0, 2)], ["abc", "abc", "xbc", "", "ab"]);
  assert.equal(of(9, 309), "y".repeat(300));
  assert.equal(of(309, 609), of(9, 309));
  bytes.fill("z");
  assert.deepEqual([of(0, 3), of(9, 309)], ["zzz", "z".repeat(300)], "the bytes are others now");
});

test("keys of an object inside another are its own", () => {
  const sets = new KeySets();
  sets.open();
  assert.ok(sets.add("a"));
  sets.open();
  assert.ok(sets.add("a"));
  assert.ok(!sets.add("a"));
  sets.close();
  assert.ok(!sets.add("a"));
  for (let index = 0; index < 100; index += 1) assert.ok(sets.add(`k${index}`), String(index));
  for (let index = 0; index < 100; index += 1) assert.ok(!sets.add(`k${index}`), String(index));
  assert.ok(!sets.add("a"));
  sets.close();
});

test("places behind the end are the end", () => {
  const places = new Places(Buffer.from("ab\ncd"));
  assert.deepEqual(places.of(99), { line: 2, column: 3 });
  assert.deepEqual(places.of(0), { line: 1, column: 1 });
  assert.deepEqual(places.of(2), { line: 1, column: 3 });
  assert.deepEqual(places.of(3), { line: 2, column: 1 });
});

test("counts of hits saturate, and remarks are bounded and stand at their places", () => {
  const cursor = cursorOf(`[1,\n${"9".repeat(30)}, 18446744073709551615]`);
  const remarks = new JsonRemarks(cursor);
  const hits: number[] = [];
  cursor.read(() => cursor.array(() => hits.push(remarks.hits())));
  assert.deepEqual(hits, [1, 2 ** 64, 2 ** 64]);
  assert.deepEqual(
    remarks.finish().map(({ code, file, line, column }) => [code, file, line, column]),
    [["hits-saturated", "r.json", 2, 1]],
  );
  const many = new JsonRemarks(cursor);
  for (let index = 0; index < COVERAGE_REMARKS_MAX * 2; index += 1) many.add("duplicate-file", 0, "again");
  assert.equal(many.finish().length, COVERAGE_REMARKS_MAX);
  assert.equal(many.finish().at(-1)?.code, "more-remarks");
});

test("only what is both declared and counted can differ", () => {
  const place = { line: 3, column: 1 };
  const mismatches = new Mismatches("r.json");
  const [one, two] = [
    { covered: 1, total: 2 },
    { covered: 2, total: 2 },
  ];
  mismatches.compare(place, "lines", null, one);
  mismatches.compare(place, "lines", one, null);
  mismatches.compare(place, "lines", one, { ...one });
  mismatches.compare(place, "branches", two, one);
  assert.deepEqual(mismatches.finish(), [{ file: "r.json", line: 3, metric: "branches", declared: two, counted: one }]);
  assert.deepEqual([addCounts(null, one), addCounts(one, null), addCounts(null, null)], [one, one, null]);
  assert.deepEqual(addCounts(one, two), { covered: 3, total: 4 });
});

test("only objects have keys at their beginning, and what is no JSON has none", () => {
  const any = (text: string): boolean => headHas(Buffer.from(text), () => true);
  assert.ok(any('\ufeff {"a": 1'));
  for (const text of ["", "[", '[{"a":1}]', '"a"', "<a>", "{", '{"a"', "{a:1}"]) assert.ok(!any(text), text);
});

test("a reader that goes on past what it asked for is stopped", () => {
  assert.throws(() => cursorOf("[1] [2]").read((cursor) => cursor.skip()), { code: "HP-READ-SYNTAX" });
  assert.throws(() => cursorOf("[1]").read((cursor) => cursor.text()), /must be a text, not an array/);
  assert.throws(
    () => cursorOf("[1]").read((cursor) => cursor.array(() => cursor.text())),
    /must be a text, not a number/,
  );
  const broken = new TypeError("broken");
  assert.throws(
    () =>
      cursorOf("[1]").read(() => {
        throw broken;
      }),
    broken,
  );
});
