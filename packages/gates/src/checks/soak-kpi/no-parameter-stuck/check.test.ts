import assert from "node:assert/strict";
import { test } from "node:test";
import type { SoakTuning } from "@holdpoint/core";
import { judgeScene } from "@holdpoint/core";
import { soakScene, withIterations, witnessed } from "../../../scenes/soak.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("soak-kpi", check);

type Seen = NonNullable<SoakTuning["witness"]>["seen"];

const seen = (...list: readonly Seen[]): ReturnType<typeof judgeScene> =>
  judgeScene(
    check,
    withIterations((one) => {
      const what = list[one.iteration - 1];
      return what === undefined ? one : { ...one, tuning: witnessed(what) };
    }),
  );

test("once the wrong way among more that were right is noise", () => {
  const rest: readonly Seen[] = ["unknown", "unknown", "unknown", "unknown"];
  assert.equal(seen("as-expected", "opposite", "as-expected", ...rest).outcome, "pass");
  assert.equal(seen("as-expected", "opposite", "opposite", ...rest).code, "opposite");
});

test("what could not be seen is no effect and no lack of one", () => {
  assert.equal(seen(...Array.from({ length: 8 }, (): Seen => "unknown")).outcome, "pass");
  assert.equal(seen(...Array.from({ length: 7 }, (): Seen => "unknown"), "none").code, "no-effect");
});

test("one effect is enough to show that somebody reads it", () => {
  assert.equal(seen("none", "none", "none", "as-expected").outcome, "pass");
  assert.equal(judgeScene(check, soakScene()).reason, "1 changed parameter with an effect");
});
