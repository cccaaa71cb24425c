import assert from "node:assert/strict";
import { test } from "node:test";
import { bandTitle, many, share, signed, sparkline } from "./numbers.ts";

const of100 = (...covered: number[]) => covered.map((one) => ({ covered: one, total: 100 }));

test("a share is cut and stands beside its counts", () => {
  assert.equal(share({ covered: 2071, total: 2072 }), "99.95% (2071 of 2072)");
  assert.equal(share(null), "not measured");
  assert.deepEqual([signed(3), signed(-3), signed(0), signed(null)], ["+3", "-3", "0", ""]);
  assert.deepEqual([bandTitle("90-99"), bandTitle(null)], ["90–99 %", ""]);
  assert.deepEqual([many(1, "run"), many(0, "run"), many(2, "entry", "entries")], ["1 run", "0 runs", "2 entries"]);
});

test("a trend goes from its lowest to its highest block", () => {
  assert.equal(sparkline(of100(90, 96, 100)), "▁▅█");
  assert.equal(sparkline(of100(100, 90)), "█▁");
  assert.equal(sparkline(of100(50, 50)), "▄▄");
  assert.equal(sparkline(of100(50)), "");
  assert.equal(sparkline([{ covered: 0, total: 0 }, ...of100(50)]), "", "0 of 0 is no share");
});
