import assert from "node:assert/strict";
import { test } from "node:test";
import { processStartOf, samplesNamed, sampleValue } from "./find.ts";
import { readExposition } from "./read-exposition.ts";

const page = readExposition(
  '# TYPE h histogram\nh_bucket{le="1",a="x"} 1\nh_bucket{le="+Inf",a="x"} 2\nh_sum{a="x"} 1\nh_count{a="x"} 2\n' +
    "h_other 5\nprocess_start_time_seconds 1700000000.25\n",
  { atMs: 0 },
);

test("samples are found by the name in their lines, values by some of their labels", () => {
  assert.equal(samplesNamed(page, "h_bucket").length, 2);
  assert.equal(samplesNamed(page, "h").length, 0);
  assert.equal(sampleValue(page, "h_bucket", { le: "+Inf" }), 2);
  assert.equal(sampleValue(page, "h_bucket"), 1);
  assert.equal(sampleValue(page, "h_other"), 5);
  assert.equal(sampleValue(page, "h_bucket", { le: "2" }), null);
  assert.equal(sampleValue(page, "nothing"), null);
});

test("the start of the process is told only where it can be one", () => {
  assert.equal(processStartOf(page), 1_700_000_000.25);
  for (const value of ["NaN", "0", "-1", "+Inf"]) {
    assert.equal(processStartOf(readExposition(`process_start_time_seconds ${value}\n`, { atMs: 0 })), null, value);
  }
  assert.equal(processStartOf(readExposition("up 1\n", { atMs: 0 })), null);
});
