import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { loadSecond as second, loadSlice as slice, RUN_SERIES as RUN } from "@holdpoint/testkit";
import type { LoadSecond } from "../second.ts";
import { readSecond } from "./read-second.ts";
import type { WrittenSeries } from "./written-second.ts";

const HOME = { of: "endpoint", name: "home" } as const;
const NAMES = [RUN, HOME];

const read = (...series: unknown[]): readonly LoadSecond[] | string =>
  readSecond(NAMES, { second: 4, series: series as WrittenSeries[] });
const refusal = (...series: unknown[]): string => {
  const said = read(...series);
  return typeof said === "string" ? said : "it was read";
};

const one = { completed: 1, response: slice(1000), service: slice(900) };

describe("a written second", () => {
  test("has every series again, also those that were not written", () => {
    assert.deepEqual(read(), [second(4), second(4, [], { series: HOME })]);
    const [run, home] = read({ of: 0, ...one, queued: 3, lag: slice(5) }, { of: 1, as: 0 }) as LoadSecond[];
    assert.deepEqual([run?.completed, run?.queued, run?.lag], [1, 3, slice(5)]);
    assert.deepEqual([home?.response, home?.service, home?.series], [slice(1000), slice(900), HOME]);
    assert.deepEqual([home?.queued, home?.lag], [0, null], "queue and lag are the run's own");
  });

  test("names series that the header has, each once, and copies only what stands before it", () => {
    for (const wrong of [2, -1, 0.5, "0", "length", null, undefined]) {
      assert.equal(read({ of: wrong, ...one }), `no series ${String(wrong)} in the header`);
    }
    assert.equal(read({ of: 0, ...one }, { of: 0 }), "series 0 twice");
    assert.equal(read({ of: 0, as: 1 }, { of: 1, ...one }), "no series 1 before series 0");
    assert.equal(read({ of: 0, as: 0 }), "no series 0 before series 0");
    assert.equal(readSecond(NAMES, { second: 4 } as never), "a second without its series");
  });

  test("has counts that are counts", () => {
    for (const key of ["due", "sent", "completed", "failed", "dropped", "queued"]) {
      for (const value of [-1, 1.5, "1", 2 ** 53])
        assert.equal(read({ of: 0, [key]: value }), `series 0: ${key} is no count`);
    }
  });

  test("has a time for each that ended, on both clocks, and no more", () => {
    const holds = (key: string, count: number, all: number): string =>
      `series 0: ${key} holds ${count} times of ${all} that ended`;
    assert.equal(read({ of: 0, completed: 2, response: slice(1, 2), service: slice(1) }), holds("service", 1, 2));
    assert.equal(read({ of: 0, completed: 2, service: slice(1, 2) }), holds("response", 0, 2));
    assert.equal(read({ of: 0, response: slice(1), service: slice(1) }), holds("response", 1, 0));
    const failed = { of: 0, failed: 1, response: slice(9), service: slice(9) };
    assert.equal(read({ ...failed, failedService: slice(9) }), holds("failedResponse", 0, 1));
    assert.equal(read({ ...failed, failedResponse: slice(9) }), holds("failedService", 0, 1));
    assert.notEqual(typeof read({ ...failed, failedResponse: slice(9), failedService: slice(9) }), "string");
  });

  test("has slices that a histogram left behind", () => {
    const whole = slice(1000, 2000);
    for (const harm of [{ count: 3 }, { buckets: [] }, { buckets: null }, { maxUs: 5 }, { sumUs: -1 }]) {
      const said = refusal({ of: 0, completed: 2, response: { ...whole, ...harm }, service: whole });
      assert.match(said, /^series 0: response: /, JSON.stringify(harm));
    }
    assert.match(refusal({ of: 0, lag: { ...whole, count: 1 } }), /^series 0: lag: its buckets hold 2 of 1/);
  });
});
