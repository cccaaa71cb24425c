import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { harm, readOrRefuse, seededRandom } from "@holdpoint/testkit";
import { Interner } from "../counts/interner.ts";
import { linesOf } from "../counts/line-hits.ts";
import { coveragePy } from "../coverage-py/format.ts";
import { istanbul } from "../istanbul/format.ts";
import { istanbulSummary } from "../istanbul-summary/format.ts";
import { llvmCov } from "../llvm-cov/format.ts";
import type { CoverageFormatReader } from "../read-report.ts";
import { readWhole } from "../read-report.ts";
import { simplecov } from "../simplecov/format.ts";
import { readInPieces } from "../testing.ts";
import { figuresOf } from "./testing.ts";

/** Of the suite, as every property's; a file that is run alone has none. */
const SEED: number = fc.readConfigureGlobal().seed ?? 1;

/** What is true of one file, whatever format tells it. */
interface Model {
  /** Hits by line. */
  readonly lines: readonly (readonly [line: number, hits: number])[];
  /** Two ways each. */
  readonly branches: readonly (readonly [line: number, yes: number, no: number])[];
  readonly functions: readonly (readonly [line: number, hits: number])[];
}

const line = fc.integer({ min: 1, max: 400 });
const hits = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 9 }), fc.maxSafeNat());
const byLine = { selector: ([first]: readonly number[]) => first, maxLength: 12 };
const model: fc.Arbitrary<Model> = fc.record({
  lines: fc.uniqueArray(fc.tuple(line, hits), { ...byLine, minLength: 1 }),
  branches: fc.uniqueArray(fc.tuple(line, hits, hits), byLine),
  functions: fc.uniqueArray(fc.tuple(line, hits), byLine),
});
const path = fc.oneof(
  fc.constantFrom("/w/src/a.ts", "src/b c.py", "C:\\w\\d.cpp", 'e"\\\n.rb', "é/😀.js", "meta", "__proto__"),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }),
);
const models = fc.dictionary(path, model, { minKeys: 1, maxKeys: 4 }).map((all) => new Map(Object.entries(all)));

const count = (items: readonly (readonly number[])[], at = 1): { covered: number; total: number } => ({
  covered: items.filter((item) => (item[at] ?? 0) > 0).length,
  total: items.length,
});
const show = ({ covered, total }: { covered: number; total: number }): string => `${covered}/${total}`;
const ways = (branches: Model["branches"]): (readonly number[])[] =>
  branches.flatMap(([at, yes, no]) => [
    [at, yes],
    [at, no],
  ]);
const isTaken = (value: number): boolean => value > 0;
const ascending = (lines: Model["lines"]): Model["lines"] => lines.toSorted(([a], [b]) => a - b);

interface Way {
  readonly format: CoverageFormatReader;
  readonly write: (files: ReadonlyMap<string, Model>) => unknown;
  /** `lines branches functions statements regions` */
  readonly figures: (file: Model) => string;
}

const place = (at: number, column = 0): object => ({ start: { line: at, column }, end: { line: at, column: 9 } });
const numbered = <Item>(items: readonly Item[], show_: (item: Item) => unknown): object =>
  Object.fromEntries(items.map((item, index) => [index, show_(item)]));
const objectOf = (files: ReadonlyMap<string, Model>, write: (file: Model, path: string) => unknown): object =>
  Object.fromEntries([...files].map(([name, file]) => [name, write(file, name)]));

const ISTANBUL: Way = {
  format: istanbul,
  write: (files) =>
    objectOf(files, ({ lines, branches, functions }, name) => ({
      path: name,
      statementMap: numbered(lines, ([at]) => place(at)),
      s: numbered(lines, ([, value]) => value),
      fnMap: numbered(functions, ([at]) => ({ name: "f", decl: place(at), loc: place(at, 3), line: at })),
      f: numbered(functions, ([, value]) => value),
      branchMap: numbered(branches, ([at]) => ({ type: "if", loc: place(at), locations: [place(at), {}] })),
      b: numbered(branches, ([, yes, no]) => [yes, no]),
    })),
  figures: ({ lines, branches, functions }) =>
    [count(lines), count(ways(branches)), count(functions), count(lines)].map(show).concat("-").join(" "),
};

const SUMMARY: Way = {
  format: istanbulSummary,
  write: (files) => {
    const metric = (items: readonly (readonly number[])[]): object => ({ ...count(items), skipped: 0, pct: "Unknown" });
    return objectOf(files, ({ lines, branches }) => ({ lines: metric(lines), branches: metric(ways(branches)) }));
  },
  figures: ({ lines, branches }) => `${show(count(lines))} ${show(count(ways(branches)))} - - -`,
};

const COVERAGE_PY: Way = {
  format: coveragePy,
  write: (files) => {
    const chosen = (items: Model["lines"], taken: boolean): number[] =>
      items.filter(([, value]) => isTaken(value) === taken).map(([at]) => at);
    const arcs = (branches: Model["branches"], taken: boolean): number[][] =>
      branches.flatMap(([at, yes, no]) => [
        ...(isTaken(yes) === taken ? [[at, at + 1]] : []),
        ...(isTaken(no) === taken ? [[at, -at]] : []),
      ]);
    return {
      meta: { format: 3, branch_coverage: true },
      files: objectOf(files, ({ lines, branches, functions }) => ({
        executed_lines: chosen(lines, true),
        missing_lines: chosen(lines, false),
        executed_branches: arcs(branches, true),
        missing_branches: arcs(branches, false),
        functions: Object.fromEntries(
          functions.map(([at, value], index) => [
            `f${index}`,
            { executed_lines: isTaken(value) ? [at] : [], missing_lines: isTaken(value) ? [] : [at], start_line: at },
          ]),
        ),
      })),
    };
  },
  figures: ({ lines, branches, functions }) =>
    `${show(count(lines))} ${show(count(ways(branches)))} ${show(count(functions))} - -`,
};

const SIMPLECOV: Way = {
  format: simplecov,
  write: (files) => ({
    RSpec: {
      coverage: objectOf(files, ({ lines, branches, functions }) => {
        const all = new Map(lines);
        const last = Math.max(...all.keys());
        return {
          lines: Array.from({ length: last }, (_, index) => all.get(index + 1) ?? null),
          branches: Object.fromEntries(
            branches.map(([at, yes, no], index) => [
              `[:if, ${index * 3}, ${at}, 0, ${at + 1}, 3]`,
              {
                [`[:then, ${index * 3 + 1}, ${at}, 4, ${at}, 9]`]: yes,
                [`[:else, ${index * 3 + 2}, ${at}, 10, ${at}, 19]`]: no,
              },
            ]),
          ),
          methods: Object.fromEntries(functions.map(([at, value]) => [`[A, :m, ${at}, 0, ${at}, 9]`, value])),
        };
      }),
      timestamp: 1,
    },
  }),
  figures: COVERAGE_PY.figures,
};

const LLVM: Way = {
  format: llvmCov,
  write: (files) => ({
    data: [
      {
        files: [...files].map(([filename, { lines }]) => ({
          filename,
          segments: ascending(lines).flatMap(([at, value]) => [
            [at, 1, value, true, true, false],
            [at, 9, 0, false, false, false],
          ]),
          summary: {},
        })),
        functions: [...files].flatMap(([filename, { lines, branches, functions }]) => [
          { count: 1, filenames: [filename], regions: [[1, 1, 500, 1, 1, 0, 0, 3]], branches: [] },
          ...functions.map(([at, value]) => ({
            count: value,
            filenames: [filename],
            regions: [[at, 5, at, 9, value, 0, 0, 0]],
            branches: branches.map(([from, yes, no]) => [from, 2, from, 3, yes, no, 0, 0, 4]),
          })),
          ...lines.map(([at, value]) => ({
            count: 0,
            filenames: [filename],
            regions: [
              [1, 1, 1, 1, 0, 0, 0, 3],
              [at, 20, at, 30, value, 0, 0, 0],
            ],
          })),
        ]),
      },
    ],
    type: "llvm.coverage.json.export",
    version: "3.0.1",
  }),
  figures: ({ lines, branches, functions }) => {
    const all = { covered: count(functions).covered + 1, total: functions.length + 1 };
    const taken = functions.length === 0 ? [] : ways(branches);
    const regions = [...functions, ...lines];
    return [count(lines), count(taken), all]
      .map(show)
      .concat("-", show(count(regions)))
      .join(" ");
  },
};

const WAYS: readonly Way[] = [ISTANBUL, SUMMARY, COVERAGE_PY, SIMPLECOV, LLVM];
const options = (): { file: string; interner: Interner } => ({ file: "r.json", interner: new Interner() });

for (const { format, write, figures } of WAYS) {
  test(`${format.format}: what was written is read back, cut anywhere (seed ${SEED})`, () => {
    fc.assert(
      fc.property(
        models,
        fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 5 }),
        fc.nat(3),
        (files, sizes, indent) => {
          const names = [...files.keys()];
          // These are words of a format at the place of a path.
          fc.pre(!names.includes("total") && !names.includes("coverage"));
          const bytes = Buffer.from(JSON.stringify(write(files), null, indent));
          const read = readInPieces(format, bytes, sizes, options());
          assert.deepEqual(new Set(read.files.keys()), new Set(names));
          for (const [name, file] of files) {
            const counts = read.files.get(name);
            assert.equal(figuresOf(counts), figures(file), name);
            if (counts === undefined || counts.lines === null) continue;
            const covered = ascending(file.lines).filter(([, value]) => isTaken(value));
            assert.deepEqual(
              [...linesOf(counts.lines, true)],
              covered.map(([at]) => at),
            );
          }
          assert.deepEqual(read.mismatches, []);
        },
      ),
      { seed: SEED, numRuns: 150 },
    );
  });

  test(`${format.format}: a harmed report is refused or read, nothing else (seed ${SEED})`, () => {
    let refused = 0;
    fc.assert(
      fc.property(models, fc.nat(), (files, seed) => {
        const bytes = harm(Buffer.from(JSON.stringify(write(files))), seededRandom(seed));
        if (readOrRefuse(() => readWhole(format, bytes, options())) === null) refused += 1;
      }),
      { seed: SEED, numRuns: 500 },
    );
    assert.ok(refused > 100, `${refused} refused`);
  });

  test(`${format.format}: any JSON in the place of any part is refused or read (seed ${SEED})`, () => {
    let accepted = 0;
    fc.assert(
      fc.property(models, fc.nat(), fc.jsonValue({ maxDepth: 2 }), (files, at, value) => {
        const document = JSON.parse(JSON.stringify(write(files))) as unknown;
        const parts = partsOf(document);
        const { holder, key } = parts[at % parts.length] ?? { holder: {}, key: "x" };
        holder[key] = value;
        const bytes = Buffer.from(JSON.stringify(document));
        if (readOrRefuse(() => readWhole(format, bytes, options())) !== null) accepted += 1;
      }),
      { seed: SEED, numRuns: 500 },
    );
    assert.ok(accepted < 500, "nothing was refused");
  });

  test(`${format.format}: a report cut off anywhere is refused (seed ${SEED})`, () => {
    fc.assert(
      fc.property(models, fc.nat(), (files, at) => {
        const bytes = Buffer.from(JSON.stringify(write(files)));
        const cut = bytes.subarray(0, at % bytes.length);
        assert.equal(
          readOrRefuse(() => readWhole(format, cut, options())),
          null,
        );
      }),
      { seed: SEED, numRuns: 300 },
    );
  });
}

interface Part {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

/** Every place of a document at which a value stands. */
function partsOf(value: unknown): Part[] {
  if (typeof value !== "object" || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...partsOf(holder[key])]);
}
