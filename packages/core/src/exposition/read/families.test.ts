import assert from "node:assert/strict";
import { test } from "node:test";
import type { Exposition } from "../exposition.ts";
import { readExposition } from "../read-exposition.ts";

const read = (...lines: readonly string[]): Exposition =>
  readExposition(lines.map((line) => `${line}\n`).join(""), { atMs: 0 });
const names = ({ families }: Exposition): string[] => families.map(({ name }) => name);
const codes = ({ faults }: Exposition): string[] => faults.map(({ code, line }) => `${code} ${line}`);

test("samples go to the family that declared them", () => {
  const page = read("# TYPE h histogram", 'h_bucket{le="+Inf"} 1', "h_sum 1", "h_count 1", "h_other 1");
  assert.deepEqual(names(page), ["h", "h_other"]);
  assert.deepEqual(
    page.families[0]?.samples.map(({ suffix }) => suffix),
    ["_bucket", "_sum", "_count"],
  );
});

test("a name that only begins like another is a family of its own", () => {
  assert.deepEqual(names(read("# TYPE a gauge", "a 1", "ab 1", "a_total 1")), ["a", "ab", "a_total"]);
});

test("a family that has its own declaration keeps its samples from a histogram beside it", () => {
  const page = read("# TYPE h_count gauge", "h_count 5", "# TYPE h histogram", 'h_bucket{le="+Inf"} 1', "h_count 1");
  const [gauge, histogram] = page.families;
  assert.deepEqual([gauge?.samples.length, histogram?.samples.length], [1, 2]);
});

test("going back to a family is told each time, staying is not", () => {
  assert.deepEqual(codes(read("a 1", 'a{x="1"} 1', "b 1", 'a{x="2"} 1', 'a{x="3"} 1', 'b{x="1"} 1')), [
    "interleaved-family 4",
    "interleaved-family 6",
  ]);
  assert.deepEqual(codes(read("# HELP a A.", "# TYPE b gauge", "b 1", "a 1")), ["interleaved-family 4"]);
});

test("the first of two declarations holds", () => {
  const page = read("# TYPE a gauge", "# TYPE a counter", "# HELP a one", "# HELP a two", "a 1");
  assert.deepEqual([page.families[0]?.type, page.families[0]?.help], ["gauge", "one"]);
  assert.deepEqual(codes(page), ["duplicate-type 2", "duplicate-help 4"]);
});

test("early samples are taken up by the TYPE that comes late, unless they were declared otherwise", () => {
  const early = read("s_sum 1", "s_count 1", "# TYPE s summary");
  assert.deepEqual([names(early), early.families[0]?.samples.length], [["s"], 2]);
  assert.deepEqual(codes(early), ["type-after-samples 3"]);
  const declared = read("# TYPE s_sum gauge", "s_sum 1", "# TYPE s summary", "s_count 1");
  assert.deepEqual(names(declared), ["s_sum", "s"]);
  assert.deepEqual(codes(declared), []);
});

test("what a type cannot have is kept and told", () => {
  const page = read("# TYPE h histogram", "h 1", "# TYPE i info", "i 1", "# EOF");
  assert.deepEqual(codes(page), ["wrong-suffix 2", "wrong-suffix 4"]);
  assert.equal(page.families[0]?.samples.length, 1);
});
