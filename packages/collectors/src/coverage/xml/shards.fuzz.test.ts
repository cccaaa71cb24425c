import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { clover } from "../clover/format.ts";
import { cobertura } from "../cobertura/format.ts";
import type { FileCounts } from "../counts/file-counts.ts";
import { mergeFileCounts } from "../counts/file-counts.ts";
import { Interner } from "../counts/interner.ts";
import { countLineHits, linesOf } from "../counts/line-hits.ts";
import { countPoints } from "../counts/points.ts";
import { jacoco } from "../jacoco/format.ts";
import { opencover } from "../opencover/format.ts";
import type { CoverageFormatReader } from "../read-report.ts";
import { readWhole } from "../read-report.ts";

/** One run of the same program: by line how many of its two ways were taken; -1 where the line was not reached. */
type Run = readonly number[];

const run: fc.Arbitrary<Run> = fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 12, maxLength: 12 });

const WRITERS: readonly (readonly [CoverageFormatReader, (run: Run) => string])[] = [
  [
    cobertura,
    (lines) => {
      const list = lines.map((taken, at) => {
        const ways = `condition-coverage="0% (${Math.max(taken, 0)}/2)"`;
        return `<line number="${at + 1}" hits="${taken === -1 ? 0 : 4}" branch="true" ${ways}/>`;
      });
      const method = `<methods><method name="f"><lines>${list.slice(0, 3).join("")}</lines></method></methods>`;
      const own = `<class filename="a">${method}<lines>${list.join("")}</lines></class>`;
      return `<coverage><packages>${own}</packages></coverage>`;
    },
  ],
  [
    jacoco,
    (lines) => {
      const list = lines.map((taken, at) => {
        const ci = taken === -1 ? 0 : 3;
        const cb = Math.max(taken, 0);
        return `<line nr="${at + 1}" mi="${3 - ci}" ci="${ci}" mb="${2 - cb}" cb="${cb}"/>`;
      });
      const hit = lines.slice(0, 3).some((taken) => taken !== -1) ? 1 : 0;
      const counter = `<counter type="METHOD" missed="${1 - hit}" covered="${hit}"/>`;
      const method = `<method name="f" desc="()V" line="1">${counter}</method>`;
      const own = `<class name="A" sourcefilename="a">${method}</class>`;
      return `<report><package name="">${own}<sourcefile name="a">${list.join("")}</sourcefile></package></report>`;
    },
  ],
  [
    clover,
    (lines) => {
      const list = lines.map((taken, at) => {
        const ways = `truecount="${Math.max(taken, 0)}" falsecount="${2 - Math.max(taken, 0)}"`;
        return `<line num="${at + 1}" type="cond" count="${taken === -1 ? 0 : 4}" ${ways}/>`;
      });
      const hit = lines.slice(0, 3).some((taken) => taken !== -1) ? 4 : 0;
      const method = `<line num="1" type="method" name="f" count="${hit}"/>`;
      return `<coverage><project><file name="a">${method}${list.join("")}</file></project></coverage>`;
    },
  ],
  [
    opencover,
    (lines) => {
      const method = (name: string, from: number, to: number): string => {
        const part = [...lines.entries()].slice(from, to);
        const points = part.map(([at, taken]) => `<SequencePoint vc="${taken === -1 ? 0 : 4}" sl="${at + 1}"/>`);
        const ways = part.flatMap(([at, taken]) =>
          [0, 1].map((way) => `<BranchPoint vc="${way < taken ? 1 : 0}" sl="${at + 1}"/>`),
        );
        const content = `<Name>${name}</Name><FileRef uid="1"/>${points.join("")}${ways.join("")}`;
        return `<Method>${content}</Method>`;
      };
      const methods = `<Class>${method("f", 0, 3)}${method("g", 3, 12)}</Class>`;
      const files = '<Files><File uid="1" fullPath="a"/></Files>';
      return `<CoverageSession><Module>${files}${methods}</Module></CoverageSession>`;
    },
  ],
];

function read(format: CoverageFormatReader, source: string, interner: Interner): FileCounts {
  const counts = readWhole(format, Buffer.from(source), { file: "a.xml", interner, keepHits: true }).files.get("a");
  assert.ok(counts !== undefined);
  return counts;
}

for (const [format, write] of WRITERS) {
  test(`${format.format}: shards of a run say together what any of them says, in any order`, () => {
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 4 }), (runs) => {
        const interner = new Interner();
        const shards = runs.map((each) => read(format, write(each), interner));
        const merged = shards.reduce(mergeFileCounts);
        const best = Array.from({ length: 12 }, (_, at) => Math.max(...runs.map((each) => each[at] ?? -1)));
        const hit = best.flatMap((taken, at) => (taken === -1 ? [] : [at + 1]));
        assert.deepEqual([...linesOf(merged.lines ?? new Uint32Array(), true)], hit);
        assert.equal(countLineHits(merged.lines ?? new Uint32Array()).total, 12);
        const taken = best.reduce((sum, each) => sum + Math.max(each, 0), 0);
        assert.deepEqual(merged.branches && countPoints(merged.branches), { covered: taken, total: 24 });
        const first = merged.functions && countPoints(merged.functions);
        assert.equal(first?.total, format === opencover ? 2 : 1);
        assert.ok(first.covered >= (hit.some((line) => line <= 3) ? 1 : 0));
        if (merged.regions !== null) {
          assert.deepEqual(countPoints(merged.regions), { covered: hit.length * 3, total: 36 });
        }
        assert.deepEqual(shards.toReversed().reduce(mergeFileCounts), merged);
      }),
      { numRuns: 150 },
    );
  });
}
