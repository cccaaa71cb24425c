import assert from "node:assert/strict";
import { test } from "node:test";
import { readCsv } from "./csv.ts";

const CASES: readonly (readonly [what: string, text: string, cells: readonly (readonly string[])[]])[] = [
  ["nothing", "", []],
  ["one cell without a line end", "a", [["a"]]],
  ["cells of nothing", "a,,\n", [["a", "", ""]]],
  ["a comma at the very end begins a cell", "a,", [["a", ""]]],
  [
    "quotes, commas and line ends within quotes",
    'x,"1, ""2""\n3"\ny,z\n',
    [
      ["x", '1, "2"\n3'],
      ["y", "z"],
    ],
  ],
  [
    "CRLF, CR and empty lines",
    "a,b\r\n\r\n1,2\r3,4",
    [
      ["a", "b"],
      ["1", "2"],
      ["3", "4"],
    ],
  ],
  ["blanks stay", " a , b\n", [[" a ", " b"]]],
];

for (const [what, text, cells] of CASES) {
  test(what, () =>
    assert.deepEqual(
      readCsv(text, "t.csv").map((one) => one.cells),
      cells,
    ),
  );
}

test("a record knows the line where it begins, also behind one that spans several", () => {
  assert.deepEqual(
    readCsv('a\n"b\nc"\n\nd\n', "t.csv").map(({ line }) => line),
    [1, 2, 5],
  );
});

test("a quote that is not closed, or goes on after its end, is refused with its line", () => {
  for (const [text, line] of [
    ['a\n"b', 2],
    ['a,b\n1,2\n"x"y,3\n', 3],
    ['a"b', 1],
  ] as const) {
    assert.throws(() => readCsv(text, "t.csv"), { code: "HP-READ-SYNTAX", place: { file: "t.csv", line, column: 1 } });
  }
});
