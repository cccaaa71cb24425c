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

test("a value may be endless or no number, and nothing else that is none", () => {
  const text = 'up{le="a"} -Inf\nup{le="b"} +Inf\nup{le="c"} NaN\nup{le="d"} -0.5e-3\n';
  const { samples, problems } = readMetricsText(text);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    samples.map(({ value }) => value),
    [-Infinity, Infinity, NaN, -0.0005],
  );
  assert.equal(valueOf(samples, "up", { le: "a" }), -Infinity);
  for (const value of ["one", "1e", "0x", ""]) {
    assert.notDeepEqual(readMetricsText(`up ${value}\n`).problems, [], value);
  }
});

test("the order of labels makes no difference to a series", () => {
  const text = 'a{y="2",x="1",z="3"} 7\n';
  const { samples } = readMetricsText(text);
  assert.equal(valueOf(samples, "a", { z: "3", x: "1", y: "2" }), 7);
});
