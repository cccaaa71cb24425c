import assert from "node:assert/strict";
import { test } from "node:test";
import { EXPOSITION_FAMILIES_MAX, judgeScene } from "@holdpoint/core";
import { exposition, expositionScene, family, problemOf } from "../../../scenes/exposition.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("metrics-exposition", check);

const params = (samplesMin: number, familiesMin: number): Parameters<typeof judgeScene>[1] => ({
  ...expositionScene(),
  params: { samplesMin, familiesMin },
});

test("exactly as many as wanted are enough", () => {
  assert.equal(judgeScene(check, params(20, 3)).outcome, "pass");
  assert.equal(judgeScene(check, params(21, 3)).code, "too-few");
  assert.equal(judgeScene(check, params(20, 4)).observed, "20 of 3");
});

test("the poorest scrape decides", () => {
  const [first, second] = exposition().scrapes;
  assert.ok(first !== undefined && second !== undefined);
  const result = judgeScene(check, expositionScene({ scrapes: [{ ...first, samples: 2 }, second] }));
  assert.deepEqual([result.outcome, result.observed], ["pass", 2]);
});

test("a scrape that was cut is told with its place, beside what else is wrong", () => {
  const problems = [problemOf("too-large", { family: null, line: 70, text: "a line of 99 characters" })];
  const result = judgeScene(check, { ...expositionScene({ problems }), params: { familiesMin: 9 } });
  assert.equal(result.code, "too-few");
  assert.match(result.reason, /1 problem of pages that were not read whole: metrics\/2\.prom line 70: a line of 99/);
  assert.deepEqual(result.locations, [{ file: "metrics/2.prom", line: 70, text: "a line of 99 characters" }]);
});

test("an empty page is missing whatever else was asked for", () => {
  const scrapes = exposition().scrapes.map((scrape) => ({ ...scrape, samples: 0, families: 0 }));
  const result = judgeScene(check, expositionScene({ scrapes }));
  assert.deepEqual([result.outcome, result.reason], ["missing", "2 scrapes of api without a sample"]);
});

test("one page that is empty among others that are not is missing", () => {
  const empty = exposition({ source: "worker", scrapes: [] });
  const bodies = { "metrics-exposition": [exposition(), empty] };
  const result = judgeScene(check, { ...expositionScene(), bodies });
  assert.deepEqual([result.outcome, result.reason], ["missing", "worker was never scraped"]);
});

test("the families listed hold exactly the samples of the richest scrape, or more", () => {
  const [first, second] = exposition().scrapes;
  assert.ok(first !== undefined && second !== undefined);
  const judged = (samples: number): ReturnType<typeof judgeScene> =>
    judgeScene(
      check,
      expositionScene({
        scrapes: [
          { ...first, samples },
          { ...second, samples: 1 },
        ],
      }),
    );
  assert.equal(judged(20).outcome, "pass");
  assert.deepEqual([judged(21).code, judged(21).observed, judged(21).threshold], ["families-untold", 20, 21]);
});

test("only a list that is full may leave families out", () => {
  const wide = (length: number): ReturnType<typeof judgeScene> => {
    const families = Array.from({ length }, (_, at) => family(`f${at}`));
    const scrapes = exposition().scrapes.map((scrape) => ({ ...scrape, samples: 5000, families: 5000 }));
    return judgeScene(check, expositionScene({ scrapes, families, familiesLeftOut: 5000 - length }));
  };
  assert.equal(wide(EXPOSITION_FAMILIES_MAX).outcome, "pass");
  assert.equal(wide(EXPOSITION_FAMILIES_MAX - 1).code, "families-untold");
});
