import assert from "node:assert/strict";
import { test } from "node:test";
import { colorsOf, GROUND, INK } from "./colors.ts";
import { PLAIN } from "./sgr.ts";

test("the default has no ground of its own, inverse swaps", () => {
  assert.deepEqual(colorsOf(PLAIN), { ink: INK, ground: null });
  assert.deepEqual(colorsOf({ ...PLAIN, inverse: true }), { ink: GROUND, ground: INK });
});

test("the cube and the greys are those of xterm", () => {
  const cases = [
    [16, "#000000"],
    [196, "#ff0000"],
    [21, "#0000ff"],
    [231, "#ffffff"],
    [208, "#ff8700"],
    [232, "#080808"],
    [255, "#eeeeee"],
  ] as const;
  for (const [color, hex] of cases) assert.equal(colorsOf({ ...PLAIN, color }).ink, hex);
});

test("all 256 have an ink and a ground, true colour stays as it is", () => {
  for (let color = 0; color < 256; color += 1) {
    const { ink, ground } = colorsOf({ ...PLAIN, color, ground: color });
    assert.match(ink, /^#[0-9a-f]{6}$/);
    assert.match(ground ?? "", /^#[0-9a-f]{6}$/);
  }
  assert.equal(colorsOf({ ...PLAIN, color: "#010203" }).ink, "#010203");
});
