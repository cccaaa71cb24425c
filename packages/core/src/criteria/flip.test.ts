import assert from "node:assert/strict";
import { test } from "node:test";
import type { Decimal } from "../number/decimal.ts";
import { parseDecimal } from "../number/decimal.ts";
import type { Bound } from "./bound.ts";
import { boundOf, groupsHoldAt } from "./bound.ts";
import { nearestFlip } from "./flip.ts";
import { parseCriterion } from "./parse.ts";

function decimal(value: number): Decimal {
  return parseDecimal(value) ?? assert.fail(String(value));
}

function bounds(texts: readonly string[], baseline: number | null = null): Bound[] {
  return texts.map((text) => boundOf(parseCriterion(text), baseline === null ? null : decimal(baseline)));
}

test("a baseline is worked into its bounds", () => {
  const value = (text: string, baseline: number | null): Decimal | null => bounds([text], baseline)[0]?.value ?? null;
  assert.deepEqual(value("<5", null), decimal(5));
  assert.deepEqual(value("<=+5", 10), decimal(15));
  assert.deepEqual(value(">=-5", 10), decimal(5));
  assert.deepEqual(value("<=+5%", 10), decimal(10.5));
  assert.deepEqual(value(">=-5%", -10), decimal(-10.5));
  assert.equal(value("<=+5", null), null);
});

test("unknown is neither true nor false, and gives way to what is known", () => {
  const spot = { value: decimal(5), side: 0 } as const;
  const known = bounds(["<10"])[0] ?? assert.fail();
  const missed = bounds([">10"])[0] ?? assert.fail();
  const unknown = bounds(["<=+1"])[0] ?? assert.fail();
  const table: readonly (readonly [readonly (readonly Bound[])[], boolean | null])[] = [
    [[[known]], true],
    [[[missed]], false],
    [[[unknown]], null],
    [[[known, unknown]], null],
    [[[missed, unknown]], false],
    [[[unknown], [known]], true],
    [[[unknown], [missed]], null],
    [[[missed], [missed, unknown]], false],
  ];
  for (const [groups, expected] of table) assert.equal(groupsHoldAt(spot, groups), expected);
});

test("a place right beside a bound is on its side of it", () => {
  const [below] = bounds(["<5"]);
  assert.ok(below);
  const holds = ([-1, 0, 1] as const).map((side) => groupsHoldAt({ value: decimal(5), side }, [[below]]));
  assert.deepEqual(holds, [true, false, false]);
});

test("the nearest place where the answer changes is found among all bounds", () => {
  const groups = [bounds([">=10", "<20"]), bounds([">=50"])];
  const flip = (observed: number): string | null => {
    const met = groupsHoldAt({ value: decimal(observed), side: 0 }, groups) === true;
    return nearestFlip(decimal(observed), groups, met);
  };
  assert.equal(flip(5), ">= 10");
  assert.equal(flip(12), "< 10");
  assert.equal(flip(19), ">= 20");
  assert.equal(flip(21), "< 20");
  assert.equal(flip(49), ">= 50");
  assert.equal(flip(60), "< 50");
});

test("where nothing changes the answer there is no flip", () => {
  assert.equal(nearestFlip(decimal(1), [bounds(["<5"]), bounds([">=5"])], true), null);
  assert.equal(nearestFlip(decimal(1), [bounds(["<5", ">5"])], false), null);
});
