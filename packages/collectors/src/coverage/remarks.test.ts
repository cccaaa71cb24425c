import assert from "node:assert/strict";
import { test } from "node:test";
import { COVERAGE_REMARKS_MAX } from "@holdpoint/core";
import { joinRemarks, Remarks } from "./remarks.ts";

function remarks(file: string, count: number): ReturnType<Remarks["finish"]> {
  const all = new Remarks(file);
  for (let line = 1; line <= count; line += 1) all.add("duplicate-file", line, null, "twice");
  return all.finish();
}

test("remarks come by line, and up to the bound all of them", () => {
  const some = new Remarks("a");
  some.add("nothing-measured", 7, null, "x");
  some.add("hits-saturated", 3, 4, "y");
  assert.deepEqual(some.finish()[0], { code: "hits-saturated", file: "a", line: 3, column: 4, text: "y" });
  assert.equal(remarks("a", COVERAGE_REMARKS_MAX).at(-1)?.code, "duplicate-file");
});

test("beyond the bound the last one counts them", () => {
  const many = remarks("a", 1_234);
  assert.equal(many.length, COVERAGE_REMARKS_MAX);
  assert.deepEqual(many.at(-1), {
    code: "more-remarks",
    file: "a",
    line: 999,
    column: null,
    text: "1234 remarks in all, of which the first 999 are kept",
  });
});

test("joined remarks are sorted by file and line, and none is lost from the count", () => {
  const joined = joinRemarks([remarks("b", 600), remarks("a", 1_500), remarks("c", 1)]);
  assert.equal(joined.length, COVERAGE_REMARKS_MAX);
  assert.deepEqual([joined[0]?.file, joined[998]?.file, joined[998]?.line], ["a", "a", 999]);
  assert.match(joined.at(-1)?.text ?? "", /^2101 /);
  assert.deepEqual(
    joinRemarks([remarks("b", 1), remarks("a", 2)]).map(({ file, line }) => `${file}${line}`),
    ["a1", "a2", "b1"],
  );
  assert.deepEqual(joinRemarks([]), []);
});
