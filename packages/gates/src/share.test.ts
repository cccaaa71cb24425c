import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fellByMore, isAbove, shareMax } from "./share.ts";

test("shares are exact at the edge", () => {
  assert.equal(shareMax(20, 10), 2);
  assert.equal(shareMax(19, 10), 1);
  assert.equal(shareMax(30, 9.99), 2);
  assert.equal(shareMax(1000, 0.1), 1);
  assert.equal(shareMax(1000, 0.3), 3);
  assert.equal(shareMax(7, 100), 7);
  assert.equal(shareMax(7, 0), 0);
  assert.equal(shareMax(1_000_000_000, 1e-7), 1);
});

test("the share is the largest that fits, for any percent with two decimals", () => {
  const hundredths = fc.integer({ min: 0, max: 10_000 });
  fc.assert(
    fc.property(fc.nat(1_000_000), hundredths, (total, percentTimes100) => {
      const share = shareMax(total, percentTimes100 / 100);
      assert.ok(share * 10_000 <= total * percentTimes100);
      assert.ok((share + 1) * 10_000 > total * percentTimes100);
    }),
  );
});

test("percentages are added without floating point", () => {
  assert.equal(isAbove({ covered: 3, total: 10 }, 10, 20), false, "exactly as much is not above");
  assert.equal(isAbove({ covered: 3, total: 1000 }, 0.1, 0.2), false, "0.1 + 0.2 is 0.3");
  assert.equal(isAbove({ covered: 301, total: 100_000 }, 0.1, 0.2), true);
  assert.equal(isAbove({ covered: 0, total: 0 }, 0), false);
  assert.equal(isAbove({ covered: 1, total: 1 }, 99.999_999), true);
});

test("a fall is measured in points, exactly", () => {
  const before = { covered: 90, total: 100 };
  assert.equal(fellByMore(before, { covered: 88, total: 100 }, 2), false);
  assert.equal(fellByMore(before, { covered: 879, total: 1000 }, 2), true);
  assert.equal(fellByMore(before, { covered: 8_799, total: 10_000 }, 2.01), false);
  assert.equal(fellByMore(before, { covered: 95, total: 100 }, 0), false);
  assert.equal(fellByMore(before, before, 0), false);
  assert.equal(fellByMore({ covered: 0, total: 0 }, before, 0), false);
  assert.equal(fellByMore(before, { covered: 0, total: 0 }, 0), false);
});

test("what fell by more than some points did not rise, and falls by more than fewer", () => {
  const share = fc
    .integer({ min: 1, max: 10_000 })
    .chain((total) => fc.record({ covered: fc.nat(total), total: fc.constant(total) }));
  fc.assert(
    fc.property(share, share, fc.integer({ min: 0, max: 1000 }), (before, now, tenths) => {
      if (!fellByMore(before, now, tenths / 10)) return;
      assert.equal(fellByMore(now, before, 0), false);
      assert.equal(fellByMore(before, now, 0), true);
    }),
  );
});
