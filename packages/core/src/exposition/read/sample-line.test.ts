import assert from "node:assert/strict";
import { test } from "node:test";
import { LineCursor } from "./cursor.ts";
import type { SampleLine } from "./sample-line.ts";
import { readSampleLine } from "./sample-line.ts";

function read(line: string, openMetrics = false): { readonly sample: SampleLine | null; readonly faults: string[] } {
  const cursor = new LineCursor(line, openMetrics);
  const sample = readSampleLine(cursor, 10);
  return { sample, faults: cursor.faults.map(({ code, column }) => `${code} ${column}`) };
}

test("all parts of a sample are read", () => {
  const { sample, faults } = read('a:b_1{c="1",d="x y"} -1.5e-3 1700000000000');
  assert.deepEqual(faults, []);
  assert.deepEqual([sample?.name, sample?.value, sample?.timestampMs], ["a:b_1", -0.0015, 1_700_000_000_000]);
  assert.deepEqual(
    [...(sample?.labels ?? [])],
    [
      ["c", "1"],
      ["d", "x y"],
    ],
  );
});

test("the classic format leaves blanks free, also tabs", () => {
  for (const line of ['\ta \t{ c = "1" , } \t 1', 'a{c="1"}\t1', ' a{c="1"} 1']) {
    const { sample, faults } = read(line);
    assert.deepEqual([sample?.labels.get("c"), sample?.value, faults], ["1", 1, []], line);
  }
});

test("OpenMetrics notes each blank too many and reads on", () => {
  const { sample, faults } = read(' a {c = "1"}  1', true);
  assert.deepEqual([sample?.name, sample?.labels.get("c"), sample?.value], ["a", "1", 1]);
  assert.deepEqual(faults, ["bad-spacing 1", "bad-spacing 3", "bad-spacing 6", "bad-spacing 8", "bad-spacing 13"]);
});

test("a quoted name stands in the braces, first and alone without a value", () => {
  assert.equal(read('{"a.b"} 1').sample?.name, "a.b");
  assert.equal(read('{"a.b","c d"="1"} 1').sample?.labels.get("c d"), "1");
  for (const line of ['{c="1","a.b"} 1', '{"a","b"} 1', '{""} 1', 'a{"b"} 1', "{} 1", '"a" 1x', '{c="1"} 1'])
    assert.notDeepEqual(read(line).faults, [], line);
});

test("an exemplar has labels, a value and, where it is told, a time", () => {
  const exemplar = (text: string): SampleLine["exemplar"] | undefined => read(`a 1 # ${text}`, true).sample?.exemplar;
  assert.deepEqual([...(exemplar('{t="1"} 0.5')?.labels ?? [])], [["t", "1"]]);
  assert.deepEqual([exemplar("{} 0.5")?.timestampMs, exemplar("{} 0.5 2.5")?.timestampMs], [null, 2500]);
  assert.equal(read("a 1 5 # {} 0.5", true).sample?.exemplar?.column, 7);
  for (const text of ["a 1 #{} 1", "a 1 # 1", "a 1 # {}1", 'a 1 # {"x"} 1', "a 1 # {} 1 x", "a 1 # {} 1 2 3"])
    assert.notDeepEqual(read(text, true).faults, [], text);
});

test("what cannot be read as a sample is none, and says where", () => {
  for (const [line, fault] of [
    ["", "bad-name 1"],
    ["=1", "bad-name 1"],
    ["a", "bad-value 2"],
    ["a ", "bad-value 3"],
    ["a{", "bad-labels 3"],
    ['a{b="1"', "bad-labels 8"],
    ['a{b="1"}', "bad-value 9"],
    ["a 1 x", "bad-timestamp 5"],
    ["é 1", "bad-name 1"],
  ] as const) {
    const { faults } = read(line);
    assert.ok(faults.includes(fault), `${JSON.stringify(line)}: ${faults.join()}`);
  }
});

test("more labels than are read are refused", () => {
  const labels = (count: number): string => Array.from({ length: count }, (_, n) => `l${n}="1"`).join(",");
  assert.deepEqual(read(`a{${labels(10)}} 1`).faults, []);
  assert.match(read(`a{${labels(11)}} 1`).faults.join(), /^too-large/);
});
