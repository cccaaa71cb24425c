import assert from "node:assert/strict";
import { test } from "node:test";
import type { CommentLine } from "./comment-line.ts";
import { readCommentLine } from "./comment-line.ts";
import { LineCursor } from "./cursor.ts";

function read(line: string, openMetrics = false): readonly [comment: CommentLine | null, faults: string[]] {
  const cursor = new LineCursor(line, openMetrics);
  const comment = readCommentLine(cursor);
  return [comment, cursor.faults.map(({ code, column }) => `${code} ${column}`)];
}

test("HELP is the rest of the line, its escapes resolved", () => {
  assert.deepEqual(read("# HELP a One \\\\ two\\nthree  ")[0], {
    keyword: "HELP",
    name: "a",
    text: "One \\ two\nthree  ",
  });
  assert.deepEqual(read('# HELP a "x"')[0], { keyword: "HELP", name: "a", text: '"x"' });
  assert.deepEqual(read('# HELP a \\"x\\"', true)[0], { keyword: "HELP", name: "a", text: '"x"' });
  assert.deepEqual(read("# HELP a"), [{ keyword: "HELP", name: "a", text: "" }, []]);
});

test("the classic format leaves blanks free, OpenMetrics does not", () => {
  const line = " #\tTYPE \t a \t gauge ";
  assert.deepEqual(read(line), [{ keyword: "TYPE", name: "a", type: "gauge" }, []]);
  assert.deepEqual(read("#  TYPE  a gauge", true)[1], ["bad-spacing 2", "bad-spacing 8"]);
  assert.deepEqual(read("#TYPE a gauge", true)[1], ["bad-spacing 2"]);
});

test("any other comment says nothing in the classic format, and is none of OpenMetrics", () => {
  for (const line of ["#", "# ", "# HELPER a b", "#TYPE a gauge", "# UNIT a b", "# type a gauge", "# EOF"])
    assert.deepEqual(read(line), [null, []], line);
  for (const line of ["#", "# ", "# HELPER a b", "# help a b", "# EOF "])
    assert.deepEqual(read(line, true), [null, ["unknown-comment 1"]], line);
});

test("each format has its types", () => {
  const typed = (type: string, openMetrics: boolean): string | null => {
    const [comment] = read(`# TYPE a ${type}`, openMetrics);
    return comment?.keyword === "TYPE" ? comment.type : null;
  };
  assert.deepEqual([typed("untyped", false), typed("untyped", true)], ["untyped", null]);
  assert.deepEqual([typed("unknown", false), typed("unknown", true)], [null, "untyped"]);
  for (const type of ["info", "stateset", "gaugehistogram"])
    assert.deepEqual([typed(type, false), typed(type, true)], [null, type]);
  for (const type of ["counter", "gauge", "histogram", "summary"])
    assert.deepEqual([typed(type, false), typed(type, true)], [type, type]);
  assert.deepEqual(read("# TYPE a constructor"), [null, ["unknown-type 10"]]);
  assert.deepEqual(read("# TYPE a Gauge"), [null, ["unknown-type 10"]]);
});

test("names in UTF-8 are quoted", () => {
  assert.deepEqual(read('# TYPE "a.ü\\"" gauge')[0], { keyword: "TYPE", name: 'a.ü"', type: "gauge" });
  assert.deepEqual(read("# TYPE a.b gauge")[1], ["bad-name 8"]);
  assert.deepEqual(read('# TYPE "" gauge')[1], ["bad-name 8"]);
  assert.equal(read('# TYPE "a gauge')[0], null);
});
