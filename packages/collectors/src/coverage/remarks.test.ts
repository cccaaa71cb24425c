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

function mixed(file: string, odd: number, plain: number): ReturnType<Remarks["finish"]> {
  const all = new Remarks(file);
  for (let line = 1; line <= plain; line += 1) all.add("nothing-measured", line, 1, "an interface");
  for (let line = 1; line <= odd; line += 1) all.add("rate-differs", plain + line, 1, "a rate");
  return all.finish();
}

function tally(remarks: ReturnType<Remarks["finish"]>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { code } of remarks) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

test("any number of files with nothing to cover makes no other remark, and hides none", () => {
  const interfaces = mixed("a", 0, 5_000);
  assert.deepEqual(tally(interfaces), { "nothing-measured": COVERAGE_REMARKS_MAX });
  assert.equal(interfaces.at(-1)?.text, "5000 places list nothing to cover, of which the first 999 are told");
  assert.equal(interfaces.at(-1)?.line, 999);
  const exact = mixed("a", 0, COVERAGE_REMARKS_MAX);
  assert.equal(exact.at(-1)?.text, "an interface");
  const few = mixed("a", 2, 5_000);
  assert.deepEqual(tally(few), { "nothing-measured": 998, "rate-differs": 2 });
  assert.match(few.at(-1)?.text ?? "", /^5000 places .* first 997 are told$/);
});

test("both kinds beyond the bound leave their sums, and room for each other", () => {
  const both = mixed("a", 3_000, 2_000);
  assert.deepEqual(tally(both), { "rate-differs": 998, "nothing-measured": 1, "more-remarks": 1 });
  assert.deepEqual(
    both.slice(-2).map(({ text }) => text),
    [
      "2000 places list nothing to cover, of which the first 0 are told",
      "3000 remarks in all, of which the first 998 are kept",
    ],
  );
  const exact = mixed("a", COVERAGE_REMARKS_MAX - 1, 1);
  assert.deepEqual(tally(exact), { "rate-differs": 999, "nothing-measured": 1 });
  assert.equal(exact[0]?.text, "an interface");
});

test("joining cut remarks keeps their sums, however they are joined", () => {
  const parts = [mixed("c", 1_500, 700), mixed("a", 3, 1_100), mixed("b", 0, 4_000)];
  const joined = joinRemarks(parts);
  assert.equal(joined.length, COVERAGE_REMARKS_MAX);
  assert.match(joined.at(-1)?.text ?? "", /^1503 remarks in all/);
  assert.match(joined.at(-2)?.text ?? "", /^5800 places list nothing to cover/);
  const [c = [], a = [], b = []] = parts;
  assert.deepEqual(joinRemarks([joinRemarks([b, a]), c]).slice(-2), joined.slice(-2));
});

test("a sum of which nothing was kept is not lost when it is joined, alone or with others", () => {
  const crowded = mixed("b", 3_000, 2_000);
  assert.deepEqual(joinRemarks([crowded]), crowded);
  assert.deepEqual(joinRemarks([joinRemarks([crowded])]), crowded);
  const [plain, odd] = joinRemarks([crowded, mixed("a", 3_000, 1)]).slice(-2);
  assert.deepEqual([plain?.file, plain?.line], ["a", 1]);
  assert.match(plain?.text ?? "", /^2001 places/);
  assert.match(odd?.text ?? "", /^6000 remarks/);
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
