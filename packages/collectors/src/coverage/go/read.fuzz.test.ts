import assert from "node:assert/strict";
import { test } from "node:test";
import { harm, readOrRefuse, seededRandom } from "@holdpoint/testkit";
import fc from "fast-check";
import { Interner } from "../counts/interner.ts";
import { linesOf } from "../counts/line-hits.ts";
import { countPoints } from "../counts/points.ts";
import type { ReadCoverage } from "../read-report.ts";
import { readWhole } from "../read-report.ts";
import { readInPieces } from "../testing.ts";
import { go } from "./format.ts";

interface Block {
  readonly path: string;
  readonly line: number;
  readonly lines: number;
  readonly statements: number;
  readonly hits: number;
}

const block = fc.record({
  path: fc.constantFrom("m/a.go", "é b.go", "C:/x.go"),
  line: fc.integer({ min: 1, max: 30 }),
  lines: fc.nat(4),
  statements: fc.nat(3),
  hits: fc.nat(2),
});
const options = () => ({ file: "c.out", interner: new Interner() });

function print(blocks: readonly Block[]): string {
  const lines = blocks.map(({ path, line, lines, statements, hits }) => {
    // The same place always holds as many statements.
    const column = 1 + statements + lines * 4;
    return `${path}:${line}.${column},${line + lines}.${column + 1} ${statements} ${hits}\n`;
  });
  return `mode: count\n${lines.join("")}`;
}

/** `path: covered lines | all lines | statements`, worked out without the reader. */
function expected(blocks: readonly Block[]): string[] {
  return [...new Set(blocks.map(({ path }) => path))].map((path) => {
    const own = blocks.filter((one) => one.path === path);
    const spans = (of: readonly Block[]): Set<number> =>
      new Set(
        of
          .filter(({ statements }) => statements > 0)
          .flatMap(({ line, lines }) => Array.from({ length: lines + 1 }, (_, index) => line + index)),
      );
    const hit = own.filter(({ hits }) => hits > 0);
    const count = (of: readonly Block[]): number =>
      [...new Map(of.map((one) => [`${one.line} ${one.lines} ${one.statements}`, one.statements])).values()].reduce(
        (sum, each) => sum + each,
        0,
      );
    const sorted = (set: Set<number>): string => [...set].sort((a, b) => a - b).join();
    return `${path}: ${sorted(spans(hit))} | ${sorted(spans(own))} | ${count(hit)}/${count(own)}`;
  });
}

function shown(report: ReadCoverage): string[] {
  return [...report.files].map(([path, { lines, statements }]) => {
    const hit = lines === null ? [] : [...linesOf(lines, true)];
    const all = lines === null ? [] : [...hit, ...linesOf(lines, false)].sort((a, b) => a - b);
    const { covered, total } = statements === null ? { covered: 0, total: 0 } : countPoints(statements);
    return `${path}: ${hit.join()} | ${all.join()} | ${covered}/${total}`;
  });
}

test("a profile in any pieces says what was written", () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 30 }), fc.array(fc.integer({ min: 1, max: 40 })), (blocks, cuts) => {
      const bytes = Buffer.from(print(blocks));
      const whole = readWhole(go, bytes, options());
      assert.deepEqual(shown(whole), expected(blocks));
      assert.deepEqual(readInPieces(go, bytes, cuts, options()), whole);
    }),
    { numRuns: 300 },
  );
});

test("a harmed profile is refused or read", () => {
  const sound = Buffer.from(print([{ path: "m/a.go", line: 3, lines: 2, statements: 2, hits: 1 }]).repeat(1));
  let refused = 0;
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const bytes = harm(sound, seededRandom(seed));
      if (readOrRefuse(() => readWhole(go, bytes, options())) === null) refused += 1;
    }),
    { numRuns: 2_000 },
  );
  assert.ok(refused > 500, `${refused} refused`);
});

test("a profile that was cut off anywhere but between lines is refused", () => {
  const text = print([1, 4, 9].map((line) => ({ path: "m/a.go", line, lines: 1, statements: 1, hits: 10 })));
  for (let end = 0; end < text.length; end += 1) {
    const report = readOrRefuse(() => readWhole(go, Buffer.from(text.slice(0, end)), options()));
    assert.equal(report !== null, end > 0 && text[end - 1] === "\n", `${end}`);
  }
});
