import assert from "node:assert/strict";
import { test } from "node:test";
import type { ResourcesBody } from "@holdpoint/core";
import { judgeScene } from "@holdpoint/core";
import { resourcesScene, withSeries } from "../../../scenes/resources.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("leak", check);

test("what a program does not tell is only missing where it is wanted", () => {
  const scene = withSeries(resourcesScene(), "heap", () => null);
  assert.equal(judgeScene(check, scene).outcome, "pass");
  const { reason } = judgeScene(check, { ...scene, params: { wanted: ["rss", "heap"] } });
  assert.equal(reason, "heap of gateway was not read");
});

test("one in a hundred may fail, and not one more", () => {
  const failed = (unreadable: number): string =>
    judgeScene(
      check,
      withSeries(resourcesScene(), "rss", (series) => ({ ...series, unreadable })),
    ).code;
  // 601 were read: 6 of 607 are 0.988 %, 7 of 608 are 1.15 %.
  assert.deepEqual([failed(6), failed(7)], ["pass", "readings-failed"]);
});

test("a negative amount is no reading", () => {
  const scene = withSeries(resourcesScene(), "heap", (series) => ({ ...series, points: [[0, -1]] }));
  assert.equal(judgeScene(check, scene).code, "time-not-rising");
});

test("a list that is none is an error", () => {
  assert.equal(judgeScene(check, { ...resourcesScene(), params: { wanted: "rss" } }).outcome, "error");
});

test("a stretch may be unread for so long and no longer, and a fault excuses it", () => {
  // The steady part is 540 s; a hole from 300 s on, up to the next reading.
  const hole = (toS: number, changes: Partial<ResourcesBody> = {}): ReturnType<typeof judgeScene> =>
    judgeScene(
      check,
      withSeries(resourcesScene(changes), "rss", (series) => ({
        ...series,
        points: series.points.filter(([atMs]) => atMs <= 300_000 || atMs >= toS * 1000),
      })),
    );
  assert.equal(hole(354).outcome, "pass");
  assert.deepEqual([hole(355).code, hole(355).observed], ["part-unread", 10.185]);
  assert.match(hole(355).reason, /^rss of gateway was not read for 55000 ms on end$/);
  const faulted = [{ fromMs: 310_000, toMs: 400_000, why: "restarted" }];
  assert.equal(hole(400, { faulted }).outcome, "pass");
  assert.equal(hole(500, { faulted }).code, "part-unread");
});

test("the first and the last stretch count as well", () => {
  const only = (fromS: number, toS: number): string =>
    judgeScene(
      check,
      withSeries(resourcesScene(), "rss", (series) => ({
        ...series,
        points: series.points.filter(([atMs]) => atMs >= fromS * 1000 && atMs <= toS * 1000),
      })),
    ).code;
  assert.deepEqual([only(0, 600), only(114, 600), only(115, 600)], ["pass", "pass", "part-unread"]);
  assert.deepEqual([only(0, 546), only(0, 545)], ["pass", "part-unread"]);
});
