import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { LineCursor } from "./cursor.ts";
import type { LabelSet } from "./labels.ts";
import { readLabels, shown } from "./labels.ts";

function read(
  line: string,
  openMetrics = false,
  labelsMax = 10,
): { readonly set: LabelSet | null; readonly faults: string[]; readonly rest: string } {
  const cursor = new LineCursor(line, openMetrics);
  const set = readLabels(cursor, labelsMax);
  return { set, faults: cursor.faults.map(({ code, column }) => `${code} ${column}`), rest: line.slice(cursor.at) };
}

test("any labels are read as they were written, whatever their values hold", () => {
  const name = fc.stringMatching(/^[a-zA-Z_][a-zA-Z0-9_]{0,5}$/);
  const value = fc.string({ unit: fc.constantFrom(...Array.from("ab,}{= #é")) });
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(name, value), { selector: ([own]) => own, maxLength: 8 }),
      fc.boolean(),
      (all, open) => {
        const line = `{${all.map(([own, text]) => `${own}="${text}"`).join(",")}} 1`;
        const { set, faults, rest } = read(line, open);
        assert.deepEqual([...(set?.labels ?? [])], all);
        assert.deepEqual([faults, rest, set?.metric], [[], " 1", null]);
      },
    ),
  );
});

test("the bound on labels is met exactly", () => {
  const line = (count: number): string => `{${Array.from({ length: count }, (_, at) => `l${at}="1"`).join(",")}}`;
  assert.equal(read(line(10)).set?.labels.size, 10);
  const { set, faults } = read(line(11));
  assert.deepEqual([set, faults.map((fault) => fault.split(" ")[0])], [null, ["too-large"]]);
});

test("a comma before the brace is the classic format's, and noted in OpenMetrics", () => {
  assert.deepEqual(read('{a="1",}').faults, []);
  const { set, faults } = read('{a="1",}', true);
  assert.deepEqual([set?.labels.get("a"), faults], ["1", ["bad-labels 8"]]);
});

test("a label that stands there twice keeps its first value and is noted", () => {
  const { set, faults } = read('{a="1",a="2"}');
  assert.deepEqual([set?.labels.get("a"), faults], ["1", ["duplicate-label 8"]]);
});

test("a name that is none is noted and read on, so that the rest of the line is judged too", () => {
  const { set, faults } = read('{a-b="1",2c="3",d="4"}');
  assert.deepEqual([...(set?.labels.keys() ?? [])], ["a-b", "2c", "d"]);
  assert.deepEqual(faults, ["bad-label-name 2", "bad-label-name 10"]);
  assert.deepEqual(read('{"a-b"="1"}').faults, [], "quoted it is a name");
  assert.deepEqual(read('{""="1"}').faults, ["bad-label-name 2"]);
});

test("what cannot be read ends the line at its place", () => {
  for (const [line, fault] of [
    ["{", "bad-labels 2"],
    ["{,}", "bad-labels 2"],
    ["{a}", "bad-labels 3"],
    ["{a=1}", "bad-labels 4"],
    ['{a="1"', "bad-labels 7"],
    ['{a="1" b="2"}', "bad-labels 8"],
    ['{a="1}', "bad-labels 4"],
    ['{a="1","m"}', "bad-name 8"],
    ['{"m","n"}', "bad-name 6"],
  ] as const) {
    const { set, faults } = read(line);
    assert.equal(set, null, line);
    assert.equal(faults[0], fault, line);
  }
});

test("a name in a message is quoted, and cut", () => {
  assert.equal(shown('a"b\n'), '"a\\"b\\n"');
  assert.equal(shown("x".repeat(80)), `"${"x".repeat(80)}"`);
  assert.equal(shown("x".repeat(81)), `"${"x".repeat(80)}…"`);
});
