import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { LineCursor } from "./cursor.ts";
import { readQuoted } from "./quoted.ts";

function read(
  line: string,
  openMetrics = false,
): { readonly text: string | null; readonly faults: string[]; readonly at: number } {
  const cursor = new LineCursor(line, openMetrics);
  const text = readQuoted(cursor);
  return { text, faults: cursor.faults.map(({ code, column }) => `${code} ${column}`), at: cursor.at };
}

const written = (text: string): string =>
  `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`;

test("any text is read as it was written, in both formats", () => {
  const texts = fc.string({ unit: fc.constantFrom(...Array.from('a\\"\nn\u{1F600}\u00E9 ,}=')) });
  fc.assert(
    fc.property(texts, fc.boolean(), (text, openMetrics) => {
      const line = written(text);
      assert.deepEqual(read(`${line}rest`, openMetrics), { text, faults: [], at: line.length });
    }),
  );
});

test("an escape that there is not is noted in the classic format and stands as it is in both", () => {
  assert.deepEqual(read('"a\\tb"'), { text: "a\\tb", faults: ["bad-escape 3"], at: 6 });
  assert.deepEqual(read('"a\\tb"', true), { text: "a\\tb", faults: [], at: 6 });
  assert.equal(read('"\\\\n"').text, "\\n", "a backslash before an n is no line feed");
});

test("what does not end is told at its beginning", () => {
  for (const [line, expected] of [
    ['"', ["bad-labels 1"]],
    ['"abc', ["bad-labels 1"]],
    ['"abc\\"', ["bad-labels 1"]],
    ['"abc\\', ["bad-escape 5", "bad-labels 1"]],
  ] as const) {
    for (const openMetrics of [false, true]) {
      const { text, faults } = read(line, openMetrics);
      assert.equal(text, null, line);
      assert.deepEqual(faults, expected, line);
    }
  }
});
