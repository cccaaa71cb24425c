import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { formatPercent } from "../ratio.ts";
import type { BandId } from "./bands.ts";
import { bandOf, BANDS } from "./bands.ts";

const count = fc
  .tuple(fc.oneof(fc.nat(2_000), fc.maxSafeNat()), fc.oneof(fc.nat(2_000), fc.maxSafeNat()))
  .map(([a, b]) => ({ covered: Math.min(a, b), total: Math.max(a, b) }))
  .filter(({ total }) => total > 0);

test("every share is in exactly one band", () => {
  fc.assert(
    fc.property(count, ({ covered, total }) => {
      const percent = (BigInt(covered) * 10n ** 20n) / BigInt(total);
      const isIn = BANDS.filter(({ id, fromPercent, belowPercent }) => {
        if (id === "0") return covered === 0;
        if (id === "100") return covered === total;
        const reached = BigInt(covered) * 100n >= BigInt(fromPercent) * BigInt(total) && covered > 0;
        return reached && BigInt(covered) * 100n < BigInt(belowPercent ?? 101) * BigInt(total);
      });
      assert.deepEqual(
        isIn.map(({ id }) => id),
        [bandOf({ covered, total })?.id],
        String(percent),
      );
    }),
  );
});

test("more covered of the same is never in a worse band, and a band is where its figures say", () => {
  const rank = (covered: number, total: number): number =>
    BANDS.findIndex(({ id }) => id === bandOf({ covered, total })?.id);
  fc.assert(
    fc.property(count, fc.nat(2_000), ({ covered, total }, more) => {
      assert.ok(rank(Math.min(covered + more, total), total) <= rank(covered, total));
    }),
  );
});

test("bands touch: none has a gap to the next, and the edges belong to the better one", () => {
  for (const [index, band] of BANDS.entries()) {
    const above = BANDS[index - 1];
    if (above !== undefined && band.id !== "0") assert.equal(band.belowPercent, above.fromPercent);
  }
  const edges: readonly (readonly [number, number, BandId])[] = [
    [100, 100, "100"],
    [2_071, 2_072, "90-99"],
    [9, 10, "90-99"],
    [899, 1_000, "70-89"],
    [7, 10, "70-89"],
    [699_999, 1_000_000, "50-69"],
    [1, 2, "50-69"],
    [499, 1_000, "20-49"],
    [1, 5, "20-49"],
    [199, 1_000, "below-20"],
    [1, Number.MAX_SAFE_INTEGER, "below-20"],
    [Number.MAX_SAFE_INTEGER - 1, Number.MAX_SAFE_INTEGER, "90-99"],
    [0, 1, "0"],
  ];
  for (const [covered, total, band] of edges) assert.equal(bandOf({ covered, total })?.id, band, `${covered}/${total}`);
});

test("0 of 0 is in no band, and what is no count is refused", () => {
  assert.equal(bandOf({ covered: 0, total: 0 }), null);
  for (const [covered, total] of [
    [2, 1],
    [-1, 1],
    [0.5, 1],
    [Number.NaN, 1],
    [1, Number.POSITIVE_INFINITY],
  ] as const) {
    assert.throws(() => bandOf({ covered, total }), RangeError);
  }
});

/** Tenths of a percent as an audit table once had them by hand, each row under the band that it was typed into. */
const TYPED: Readonly<Record<BandId, readonly number[]>> = {
  "100": [1000, 1000, 1000, 1000, 1000, 1000, 977],
  "90-99": [989, 982, 963, 953, 941, 933, 931, 923, 917, 912],
  "70-89": [885, 889, 872, 800, 793, 798, 794, 771, 775, 769, 755, 742, 726, 718, 696],
  "50-69": [659, 648, 636, 610, 615, 606, 591, 591, 541, 505, 500],
  "20-49": [496, 480, 465, 451, 353, 324, 286, 289],
  "below-20": [244, 234, 158, 127, 93],
  "0": [0, 0, 0, 0, 0, 0],
};

test("of a table that was typed by hand, exactly the four rows in the wrong band are found", () => {
  const rows = Object.entries(TYPED).flatMap(([typed, list]) => list.map((covered) => ({ typed, covered })));
  assert.equal(rows.length, 62);
  const wrong = rows.flatMap(({ typed, covered }) => {
    const band = bandOf({ covered, total: 1_000 })?.id;
    return band === typed ? [] : [`${formatPercent(covered, 1_000)} under ${typed} belongs to ${band}`];
  });
  assert.deepEqual(wrong.toSorted(), [
    "23.40% under below-20 belongs to 20-49",
    "24.40% under below-20 belongs to 20-49",
    "69.60% under 70-89 belongs to 50-69",
    "97.70% under 100 belongs to 90-99",
  ]);
});

test("bands are called what they are", () => {
  for (const { id, title, fromPercent, belowPercent } of BANDS) {
    if (id === "100" || id === "0") assert.equal(title, `${fromPercent} %`);
    else if (id === "below-20") assert.equal(title, `< ${belowPercent} %`);
    else assert.equal(title, `${fromPercent}–${(belowPercent ?? 0) - 1} %`);
    assert.equal(id, title.replace("< ", "below-").replace("–", "-").replace(" %", ""));
  }
});
