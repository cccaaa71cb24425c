import assert from "node:assert/strict";
import { test } from "node:test";
import type { Palette } from "./palette.ts";
import { DARK, LIGHT, PAIRS, variables } from "./palette.ts";

/** Relative luminance of WCAG 2.2. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

test("the measure is the one of WCAG", () => {
  assert.equal(contrast("#000000", "#ffffff"), 21);
  assert.ok(contrast("#777777", "#ffffff") < 4.5);
  assert.ok(contrast("#767676", "#ffffff") >= 4.5);
});

test("every text can be read on its ground, in both schemes (WCAG AA, 4.5 to 1)", () => {
  assert.ok(PAIRS.length > 20);
  for (const [name, palette] of [
    ["light", LIGHT],
    ["dark", DARK],
  ] as readonly (readonly [string, Palette])[]) {
    for (const [ink, ground] of PAIRS) {
      const ratio = contrast(palette[ink], palette[ground]);
      assert.ok(ratio >= 4.5, `${name}: ${ink} on ${ground} is ${ratio.toFixed(2)}`);
    }
  }
});

test("both schemes name the same colours", () => {
  assert.deepEqual(Object.keys(DARK), Object.keys(LIGHT));
  assert.match(variables(LIGHT), /^(?:--[a-z-]+:#[0-9a-f]{6};?)+$/);
});
