import assert from "node:assert/strict";
import { test } from "node:test";
import type { LoadBody } from "@holdpoint/core";
import { changed, edited, fixture, read } from "./testing.test.ts";

const rates = ({ target, achieved }: LoadBody): readonly (number | null)[] => [
  target,
  achieved === null ? null : Number(achieved.toFixed(3)),
];
const SUMMARY = "k6/handle-summary.json";

test("k6's summary says what one scenario of a constant rate asked for, and how many iterations came", () => {
  assert.deepEqual(rates(read(fixture(SUMMARY)).body), [10, 9.969]);
  assert.deepEqual(rates(changed(SUMMARY, '"timeUnit": "1s"', '"timeUnit": "1m"')), [10 / 60, 9.969]);
  for (const [from, to] of [
    ['"timeUnit": "1s"', '"timeUnit": "1 fortnight"'],
    ['"constant-arrival-rate"', '"ramping-arrival-rate"'],
    ['"rate": 10,', '"rate": 0,'],
  ] as const)
    assert.equal(changed(SUMMARY, from, to).target, null, to);
  const two = edited(SUMMARY, [
    '"scenarios": {',
    '"scenarios": { "b": { "executor": "constant-arrival-rate", "rate": 1 },',
  ]);
  assert.equal(read(two).body.target, null);
  assert.deepEqual(rates(read(fixture("k6/summary-export.json")).body)[0], null);
});

test("k6's stream says how iterations came where it has them, and to the second it does not", () => {
  assert.equal(read(fixture("k6/points.jsonl")).body.achieved, null);
  const point = (at: string): string =>
    `{"metric":"iterations","type":"Point","data":{"time":"2024-06-01T10:00:${at}Z","value":1,"tags":{}}}\n`;
  const stream = fixture("k6/points.jsonl").toString();
  assert.equal(read(`${stream}${point("00.000")}${point("00.250")}${point("00.500")}`).body.achieved, 4);
  assert.equal(read(`${stream}${point("00")}${point("01")}${point("02")}`).body.achieved, null);
});

test("Gatling's log says how users came", () => {
  assert.equal(read(fixture("gatling/simulation-3.9.log")).body.achieved, 10);
  assert.equal(read(fixture("gatling/simulation-3.0.log")).body.achieved, null);
});
