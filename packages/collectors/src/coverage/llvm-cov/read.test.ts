import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { mergeFileCounts } from "../counts/file-counts.ts";
import { Interner } from "../counts/interner.ts";
import { linesOf } from "../counts/line-hits.ts";
import { figuresOf, readDocument, refusalOf, remarksOf } from "../json/testing.ts";
import { llvmCov } from "./format.ts";

const fixture = (name: string): Buffer => readFileSync(new URL(`./fixtures/${name}`, import.meta.url));
const PRICE = "/build/price/lib/price.cpp";
const TYPE = { type: "llvm.coverage.json.export", version: "2.0.1" };

const count = (covered: number, total: number): object => ({ count: total, covered, percent: 0 });
/** One function of lines 1 to 3 with a branch that was always taken. */
const FUNCTION = {
  name: "f",
  count: 2,
  filenames: ["a.c"],
  regions: [
    [1, 5, 3, 2, 2, 0, 0, 0],
    [2, 9, 2, 12, 0, 0, 0, 0],
  ],
  branches: [[2, 3, 2, 8, 2, 0, 0, 0, 4]],
};
const SUMMARY = { lines: count(3, 3), functions: count(1, 1), regions: count(1, 2), branches: count(1, 2) };
const FILE = {
  filename: "a.c",
  segments: [
    [1, 5, 2, true, true, false],
    [2, 9, 0, true, true, false],
    [2, 12, 2, true, false, false],
    [3, 2, 0, false, false, false],
  ],
  summary: SUMMARY,
};
const exported = (patch: object = {}): object => ({
  data: [{ files: [FILE], functions: [FUNCTION], totals: SUMMARY, ...patch }],
  ...TYPE,
});
const withFile = (patch: object): object => exported({ files: [{ ...FILE, ...patch }] });
const withFunction = (patch: object): object => exported({ functions: [{ ...FUNCTION, ...patch }] });

test("an export is counted by place in the source, without the bodies of macros", () => {
  const { files, mismatches, remarks, instrumenter } = readDocument(llvmCov, fixture("llvm-14.json"));
  assert.equal(figuresOf(files.get(PRICE)), "24/32 8/18 4/5 - 18/27");
  assert.deepEqual([[...files.keys()], mismatches, remarks, instrumenter], [[PRICE], [], [], "llvm"]);
  const lines = files.get(PRICE)?.lines;
  assert.ok(lines);
  assert.deepEqual([...linesOf(lines, false)], [27, 28, 29, 30, 31, 32, 33, 34]);
  assert.ok(![...linesOf(lines, true)].includes(3), "line 3 is the body of a macro");
});

test("exports without functions, or of nothing but summaries, give totals where they have no records", () => {
  const skipped = readDocument(llvmCov, fixture("skip-functions.json")).files.get(PRICE);
  assert.equal(figuresOf(skipped), "25/33 7/18 4/5 - 17/27");
  assert.deepEqual([skipped?.branches, skipped?.totals?.branches], [null, { covered: 7, total: 18 }]);
  const summary = readDocument(llvmCov, fixture("summary-only.json")).files.get(PRICE);
  assert.equal(figuresOf(summary), "26/35 7/18 4/5 - 17/27");
  assert.equal(summary?.lines, null);
});

test("a plain file agrees with its summary, and one that lies in any metric is told", () => {
  const sound = readDocument(llvmCov, exported());
  assert.equal(figuresOf(sound.files.get("a.c")), "3/3 1/2 1/1 - 1/2");
  assert.deepEqual(sound.mismatches, []);
  for (const metric of ["lines", "functions", "regions", "branches"] as const) {
    const lying = readDocument(llvmCov, withFile({ summary: { ...SUMMARY, [metric]: count(7, 7) } }));
    assert.equal(figuresOf(lying.files.get("a.c")), "3/3 1/2 1/1 - 1/2", metric);
    assert.deepEqual(
      lying.mismatches.map((one) => [one.metric, one.declared.covered]),
      [
        [metric, 7],
        [metric, metric === "lines" ? 3 : { functions: 1, regions: 1, branches: 1 }[metric]],
      ],
      "the file differs from its records, and the totals from the files",
    );
  }
  const totals = readDocument(llvmCov, exported({ totals: { ...SUMMARY, lines: count(9, 9) } }));
  assert.deepEqual(totals.mismatches, [
    { file: "r.json", line: 1, metric: "lines", declared: { covered: 9, total: 9 }, counted: { covered: 3, total: 3 } },
  ]);
});

test("instances of one template are one function, covered where any is", () => {
  const instance = (covered: number, branch: readonly [number, number]): object => ({
    ...FUNCTION,
    count: covered,
    regions: [
      [1, 5, 3, 2, covered, 0, 0, 0],
      [2, 9, 2, 12, branch[0], 0, 0, 0],
    ],
    branches: [[2, 3, 2, 8, ...branch, 0, 0, 4]],
  });
  const summary = { ...SUMMARY, regions: count(2, 2), branches: count(1, 2), instantiations: count(2, 2) };
  const document = exported({
    files: [{ ...FILE, summary }],
    functions: [instance(1, [1, 0]), instance(1, [0, 1])],
    totals: summary,
  });
  const { files, mismatches } = readDocument(llvmCov, document);
  assert.equal(figuresOf(files.get("a.c")), "3/3 2/2 1/1 - 2/2");
  assert.deepEqual(mismatches, [], "llvm-cov says what the better instance covers");
});

test("what is in a macro is counted wherever the macro stands", () => {
  const macro = (id: number, taken: number): number[][] => [
    [2, id * 10, 2, id * 10 + 5, 1, 0, id, 1],
    [9, 12, 9, 20, taken, id, 0, 0],
  ];
  const document = withFunction({
    filenames: ["a.c", "a.c", "m.h"],
    regions: [...FUNCTION.regions, ...macro(1, 1), ...macro(2, 0)],
    branches: [
      [9, 12, 9, 14, 1, 0, 1, 0, 4],
      [9, 12, 9, 14, 0, 0, 2, 0, 4],
    ],
  });
  const { files } = readDocument(llvmCov, document);
  assert.equal(figuresOf(files.get("a.c")), "3/3 1/4 1/1 - 2/4");
  assert.deepEqual(
    [...(files.get("a.c")?.regions ?? [])].filter((_, index) => index % 2 === 0),
    [1, 2, 2, 2],
  );
});

test("a function that was taken in from another file has its lines there", () => {
  const segments = [
    [5, 1, 4, true, true, false],
    [6, 2, 0, false, false, false],
  ];
  const guest = { ...FUNCTION, filenames: ["a.c", "b.inc"], regions: [...FUNCTION.regions, [5, 1, 6, 2, 4, 1, 0, 0]] };
  const { files } = readDocument(
    llvmCov,
    exported({ files: [FILE, { filename: "b.inc", segments }], functions: [guest], totals: {} }),
  );
  assert.equal(figuresOf(files.get("b.inc")), "2/2 - 0/0 - 1/1");
});

test("counts that overflowed are taken as the largest", () => {
  const segments = [
    [1, 5, "BIG", true, true, false],
    [3, 2, 0, false, false, false],
  ];
  const text = JSON.stringify(withFile({ segments })).replace('"BIG"', "9223372036854775807");
  const report = readDocument(llvmCov, text, { keepHits: true });
  assert.deepEqual(remarksOf(report), [`hits-saturated r.json:1:${text.indexOf("9223372036854775807") + 1}`]);
  assert.deepEqual([...(report.files.get("a.c")?.hits ?? [])], [2 ** 64, 2 ** 64, 2 ** 64]);
});

test("shards are merged by place", () => {
  const interner = new Interner();
  const of = (document: object): ReturnType<typeof readDocument> => readDocument(llvmCov, document, { interner });
  const first = of(exported()).files.get("a.c");
  const second = of(withFunction({ branches: [[2, 3, 2, 8, 0, 5, 0, 0, 4]] })).files.get("a.c");
  assert.ok(first && second);
  assert.equal(figuresOf(mergeFileCounts(first, second)), "3/3 2/2 1/1 - 1/2");
});

test("an export of no file, of a file twice, and of a file without lines, are remarked", () => {
  assert.deepEqual(remarksOf(readDocument(llvmCov, { data: [], ...TYPE })), ["nothing-measured r.json:1:1"]);
  const twice = readDocument(llvmCov, exported({ files: [FILE, FILE] }));
  assert.match(remarksOf(twice).join(), /^duplicate-file r\.json:1:\d+$/);
  const empty = readDocument(llvmCov, exported({ files: [{ ...FILE, segments: [], summary: {} }], totals: {} }));
  assert.match(remarksOf(empty).join(), /^nothing-measured r\.json:1:\d+$/);
});

test("what is of the wrong form is refused where it stands", () => {
  const segments = (...parts: unknown[]): object => withFile({ segments: [parts] });
  const cases: readonly (readonly [unknown, RegExp])[] = [
    [segments(0, 1, 1, true, true, false), /^HP-READ-SYNTAX 1:\d+ must be the number of a line/],
    [segments(1, 1, -1, true, true, false), /^HP-READ-SYNTAX 1:\d+ must be a count/],
    [segments(1, 1, 1.5, true, true, false), /^HP-READ-SYNTAX 1:\d+ must be a count/],
    [segments(1, 1, "=====", true, true, false), /^HP-READ-SYNTAX 1:\d+ must be a count/],
    [segments(1, 1, 1, 1, true, false), /^HP-READ-SYNTAX 1:\d+ must be true or false/],
    [segments(1, 1, 1, true), /^HP-READ-SYNTAX 1:\d+ a segment must have five or six parts/],
    [withFile({ segments: FILE.segments.toReversed() }), /^HP-READ-SYNTAX 1:\d+ the segments are not in the order/],
    [withFile({ filename: undefined }), /^HP-READ-SYNTAX 1:\d+ a file has no filename/],
    [withFile({ segments: undefined, summary: undefined }), /^HP-READ-SYNTAX 1:\d+ a file has neither segments/],
    [withFile({ summary: { lines: { count: 3 } } }), /^HP-READ-SYNTAX 1:\d+ must have count and covered/],
    [withFile({ summary: { lines: count(4, 3) } }), /^HP-READ-SYNTAX 1:\d+ 4 of 3 cannot be covered/],
    [withFunction({ regions: [[1, 2, 3]] }), /^HP-READ-SYNTAX 1:\d+ a region must have 8 parts and has 3/],
    [withFunction({ branches: [[1, 2, 3]] }), /^HP-READ-SYNTAX 1:\d+ a branch must have 9 parts and has 3/],
    [withFunction({ count: undefined }), /^HP-READ-SYNTAX 1:\d+ a function has no count/],
    [withFunction({ filenames: [] }), /^HP-READ-SYNTAX 1:\d+ a function has no file 0/],
    [{ ...exported(), version: "4.0.0" }, /^HP-READ-NOT-THE-FORMAT 1:\d+ version 4\.0\.0 is not read/],
    [{ ...exported(), type: "other" }, /^HP-READ-NOT-THE-FORMAT 1:\d+ the type is not llvm/],
    [{ data: [] }, /^HP-READ-NOT-THE-FORMAT 1:1 the document is no llvm/],
    [{ data: [{ functions: [] }], ...TYPE }, /^HP-READ-NOT-THE-FORMAT 1:10 this is no export of llvm-cov/],
    [{ data: [1], ...TYPE }, /^HP-READ-NOT-THE-FORMAT 1:10 this is no export of llvm-cov/],
    [[], /^HP-READ-NOT-THE-FORMAT 1:1 /],
    ["", /^HP-READ-EMPTY 1:1 /],
  ];
  for (const [document, expected] of cases) assert.match(refusalOf(llvmCov, document), expected);
});

test("an export is known by what its data hold, not by the word alone", () => {
  const looks = (document: object): boolean => llvmCov.looksLike(Buffer.from(JSON.stringify(document)));
  assert.ok(looks(exported()));
  assert.ok(looks({ data: [{ totals: {}, files: [] }] }));
  for (const document of [
    { data: [1, 2] },
    { data: { files: [] } },
    { data: [{ name: "a" }] },
    { rows: [{ files: [] }] },
    [{ files: [] }],
    { data: [] },
  ]) {
    assert.ok(!looks(document), JSON.stringify(document));
  }
});

test("a segment that reaches over the whole range of lines is refused before it costs memory", () => {
  const segments = [
    [1, 1, 1, true, true, false],
    [2 ** 31 - 1, 1, 0, false, false, false],
  ];
  assert.match(refusalOf(llvmCov, withFile({ segments })), /^HP-READ-TOO-LARGE 1:\d+ the segments span more than/);
});
