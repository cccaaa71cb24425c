import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { retention } from "./retention.ts";

const of = (name: string, commit: string, isWhole = true): { name: string; commit: string; isWhole: boolean } => ({
  name,
  commit,
  isWhole,
});

test("the newest stay, and what was promoted however old it is", () => {
  const all = [of("5", "e"), of("4", "d", false), of("3", "c"), of("2", "b"), of("1", "a")];
  const { kept, pruned, gone } = retention(all, 2, new Set(["a", "d"]));
  assert.deepEqual(
    kept.map(({ artifact, why }) => [artifact.name, why]),
    [
      ["5", "recent"],
      ["3", "recent"],
      ["1", "promoted"],
    ],
  );
  assert.deepEqual(pruned, [of("2", "b")]);
  assert.deepEqual(gone, [of("4", "d", false)]);
});

test("nothing that is among the newest or promoted is ever pruned, and nothing is lost", () => {
  const artifact = fc.record({ name: fc.uuid(), commit: fc.constantFrom("a", "b", "c", "d"), isWhole: fc.boolean() });
  fc.assert(
    fc.property(
      fc.array(artifact),
      fc.integer({ min: 1, max: 5 }),
      fc.subarray(["a", "b", "c"]),
      (all, keep, promoted) => {
        const { kept, pruned, gone } = retention(all, keep, new Set(promoted));
        assert.equal(kept.length + pruned.length + gone.length, all.length);
        for (const one of pruned) assert.ok(!promoted.some((commit) => commit === one.commit));
        const newest = all.filter(({ isWhole }) => isWhole).slice(0, keep);
        for (const one of newest) assert.ok(!pruned.includes(one));
      },
    ),
  );
});
