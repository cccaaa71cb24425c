import assert from "node:assert/strict";
import { test } from "node:test";
import { shortDuration } from "./duration.ts";

const CASES: readonly (readonly [number, string])[] = [
  [-5, "0 ms"],
  [0, "0 ms"],
  [0.4, "0 ms"],
  [999, "999 ms"],
  [1_000, "1.0 s"],
  [12_340, "12.3 s"],
  [59_949, "59.9 s"],
  [59_950, "1 m 00 s"],
  [125_000, "2 m 05 s"],
  [3_599_499, "59 m 59 s"],
  [3_600_000, "1 h 00 m"],
  [86_400_000, "24 h 00 m"],
  [172_800_000, "2 d"],
  [604_800_000, "7 d"],
];

for (const [ms, text] of CASES) {
  test(`${ms} ms are ${text}`, () => assert.equal(shortDuration(ms), text));
}
