import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { ChangedHunk } from "../evidence/changes.ts";
import { changedLines, linesChanged, moveLines } from "./line-map.ts";

interface Step {
  readonly keep: number;
  readonly drop: number;
  readonly add: number;
}

const steps = fc.array(fc.record({ keep: fc.integer({ min: 1, max: 4 }), drop: fc.nat(3), add: fc.nat(3) }));

/** Two texts and the hunks between them, made together line by line: nothing here counts as the tested code does. */
function texts(all: readonly Step[]): { base: number[]; now: number[]; hunks: ChangedHunk[] } {
  const base: number[] = [];
  const now: number[] = [];
  const hunks: ChangedHunk[] = [];
  let name = 0;
  for (const { keep, drop, add } of all) {
    for (let each = 0; each < keep; each += 1) {
      name += 1;
      base.push(name);
      now.push(name);
    }
    if (drop + add === 0) continue;
    hunks.push({
      baseStart: drop === 0 ? base.length : base.length + 1,
      baseLines: drop,
      start: add === 0 ? now.length : now.length + 1,
      lines: add,
    });
    for (let each = 0; each < drop; each += 1) base.push((name += 1));
    for (let each = 0; each < add; each += 1) now.push((name += 1));
  }
  return { base, now, hunks };
}

test("each line is found where its text is, or is gone with it", () => {
  fc.assert(
    fc.property(steps, (all) => {
      const { base, now, hunks } = texts(all);
      const moved = moveLines(
        Uint32Array.from(base, (_, index) => index + 1),
        hunks,
      );
      moved.kept.forEach((line, index) => assert.equal(now[(moved.now[index] ?? 0) - 1], base[line - 1]));
      for (const line of moved.gone) assert.ok(!now.includes(base[line - 1] ?? 0));
      assert.equal(moved.kept.length + moved.gone.length, base.length);
      const fresh = now.flatMap((text, index) => (base.includes(text) ? [] : [index + 1]));
      assert.deepEqual([...changedLines(hunks)], fresh);
      const every = Uint32Array.from(now, (_, index) => index + 1);
      assert.deepEqual([...linesChanged(every, hunks)], fresh);
    }),
    { numRuns: 500 },
  );
});
