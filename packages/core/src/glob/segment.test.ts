import assert from "node:assert/strict";
import { test } from "node:test";
import { parseSegment, segmentFits } from "./segment.ts";

const fits = (segment: string, name: string): boolean =>
  segmentFits(
    parseSegment(segment, segment),
    Array.from(name, (letter) => letter.codePointAt(0) ?? 0),
  );

test("a segment is taken apart into tokens", () => {
  assert.deepEqual(parseSegment("a?*[!b-d]\\*", ""), [
    { type: "literal", code: 0x61 },
    { type: "one" },
    { type: "many" },
    { type: "class", negated: true, ranges: [[0x62, 0x64]] },
    { type: "literal", code: 0x2a },
  ]);
  assert.deepEqual(parseSegment("[]-]", ""), [
    {
      type: "class",
      negated: false,
      ranges: [
        [0x5d, 0x5d],
        [0x2d, 0x2d],
      ],
    },
  ]);
});

test("a star gives back what it took too much of", () => {
  const table: readonly (readonly [string, string, boolean])[] = [
    ["*", "", true],
    ["*.ts", "a.ts.ts", true],
    ["a*a", "a", false],
    ["a*a", "aa", true],
    ["*ab*ab", "ababab", true],
    ["*ab*ac", "abababac", true],
    ["*ab*ac", "ababab", false],
    ["?*?", "a", false],
    ["?*?", "ab", true],
    ["*[0-9]*", "ab3c", true],
    ["*[0-9]", "ab3c", false],
  ];
  for (const [segment, name, expected] of table) assert.equal(fits(segment, name), expected, `${segment} on ${name}`);
});

test("a character is a code point, never half of one", () => {
  assert.equal(fits("?", "😀"), true);
  assert.equal(fits("??", "😀"), false);
  assert.equal(fits("[😀-😂]", "😁"), true);
  assert.equal(fits("[!a]", "😀"), true);
});
