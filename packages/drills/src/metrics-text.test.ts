import assert from "node:assert/strict";
import { test } from "node:test";
import { readMetricsText, valueOf } from "./metrics-text.ts";

const SOUND = `# HELP up Whether it runs.
# TYPE up gauge
up 1
calls_total{adapter="shop",state="a \\"b\\""} 3
calls_total{adapter="shop",state="c"} 4
seconds_bucket{le="+Inf"} 1e3
`;

test("a sound text has no problems, and each sample is read", () => {
  const { samples, problems } = readMetricsText(SOUND);
  assert.deepEqual(problems, []);
  assert.equal(samples.length, 4);
  assert.equal(valueOf(samples, "up", {}), 1);
  assert.equal(valueOf(samples, "calls_total", { state: "c" }), 4);
  assert.equal(valueOf(samples, "calls_total", { state: "d" }), null);
  assert.equal(valueOf(samples, "seconds_bucket", { le: "+Inf" }), 1000);
});

test("everything that a strict reader refuses is a problem", () => {
  for (const [text, problem] of [
    ["up 1\nup 1\n", "line 2: the series is there twice"],
    ['a{x="1",y="2"} 1\na{y="2",x="1"} 1\n', "line 2: the series is there twice"],
    ["up one\n", "line 1: no sample and no comment"],
    ["up{a=1} 1\n", "line 1: no sample and no comment"],
    ['up{a="1",a="2"} 1\n', "line 1: no sample and no comment"],
    ['up{a="1" b="2"} 1\n', "line 1: no sample and no comment"],
    ["# a remark\nup 1\n", "line 1: no sample and no comment"],
    ["9up 1\n", "line 1: no sample and no comment"],
    ["up 1", "the text does not end with a line feed"],
    ["", "there is no sample"],
  ] as const) {
    assert.ok(readMetricsText(text).problems.includes(problem), text);
  }
});
