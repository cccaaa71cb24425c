import assert from "node:assert/strict";
import { test } from "node:test";
import { familyText, told } from "../told.test.ts";

const counter = (exemplar: string): string[] => told(familyText("counter", "a", [`a_total 1 # ${exemplar}`], true));

test("128 characters of names and values are allowed, counted as characters and not as bytes", () => {
  assert.deepEqual(counter(`{a="${"x".repeat(127)}"} 1`), []);
  assert.deepEqual(counter(`{a="${"😀".repeat(127)}"} 1`), []);
  assert.deepEqual(counter(`{a="${"x".repeat(128)}"} 1`), ["exemplar-too-long 3"]);
  assert.deepEqual(counter(`{a="${"x".repeat(63)}",b="${"x".repeat(64)}"} 1`), ["exemplar-too-long 3"]);
  assert.deepEqual(counter("{} 1"), []);
});

test("only what is counted has exemplars", () => {
  assert.deepEqual(counter('{a="1"} 1 5'), []);
  for (const [type, sample] of [
    ["gauge", "a 1"],
    ["unknown", "a 1"],
    ["info", "a_info 1"],
    ["counter", "a_created 1"],
    ["summary", 'a{quantile="0.5"} 1'],
  ] as const)
    assert.deepEqual(told(familyText(type, "a", [`${sample} # {b="1"} 1`], true)), ["exemplar-not-allowed 3"], type);
});

test("an exemplar is in its bucket, the bound counts to it", () => {
  const bucket = (value: number): string[] =>
    told(
      familyText(
        "histogram",
        "h",
        [`h_bucket{le="1.0"} 1 # {} ${value}`, `h_bucket{le="+Inf"} 1 # {} ${value}`, "h_sum 1", "h_count 1"],
        true,
      ),
    );
  assert.deepEqual(bucket(1), []);
  assert.deepEqual(bucket(1.001), ["exemplar-outside-bucket 3"]);
});
