import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { linesOf } from "../counts/line-hits.ts";
import { mergeFileCounts } from "../counts/file-counts.ts";
import { Interner } from "../counts/interner.ts";
import { JsonCursor } from "../json/cursor.ts";
import { figuresOf, readDocument, refusalOf, remarksOf, sumsOf } from "../json/testing.ts";
import { combineLines, countLines, NEVER } from "./combined-lines.ts";
import { simplecov } from "./format.ts";
import { readRubyPlace } from "./ruby-key.ts";

const RESULT_SET = readFileSync(new URL("./fixtures/resultset.json", import.meta.url));

const BRANCHES = { "[:if, 0, 3, 4, 7, 7]": { "[:then, 1, 4, 6, 4, 10]": 1, "[:else, 2, 6, 6, 6, 10]": 0 } };
const FILE = { lines: [1, null, 0, 4], branches: BRANCHES };
const command = (file: object): object => ({ coverage: { "/w/a.rb": file }, timestamp: 1 });

/** What SimpleCov's own JSON formatter makes of it. */
const FORMATTED = {
  meta: { simplecov_version: "0.22.0" },
  coverage: {
    "/w/a.rb": {
      lines: [1, null, "ignored", 0],
      branches: [
        { type: "then", start_line: 4, end_line: 4, coverage: 1, inline: false },
        { type: "else", start_line: 6, end_line: 6, coverage: 0, inline: false },
        { type: "else", start_line: 9, end_line: 9, coverage: "ignored", inline: false },
      ],
    },
  },
  groups: { Models: { lines: { covered_percent: 50 } } },
};

test("a result set of two commands is one report", () => {
  const report = readDocument(simplecov, RESULT_SET);
  // SimpleCov says 11 of 16: it reads the sources and leaves out two lines between `:nocov:` marks, one of them run.
  assert.equal(sumsOf(report), "12/18 3/7 - - -");
  assert.deepEqual([report.instrumenter, report.mismatches, report.remarks], ["simplecov", [], []]);
  const lines = report.files.get("/build/price/lib/price.rb")?.lines;
  assert.ok(lines);
  assert.deepEqual([...linesOf(lines, false)], [12, 20, 28]);
});

test("what the JSON formatter writes knows what is ignored", () => {
  const report = readDocument(simplecov, FORMATTED, { keepHits: true });
  const counts = report.files.get("/w/a.rb");
  assert.equal(figuresOf(counts), "1/2 1/2 - - -");
  assert.deepEqual([...(counts?.hits ?? [])], [1, 0]);
});

test("both of its files are known by their first keys, and nothing like them is taken for one", () => {
  const looks = (document: object): boolean => simplecov.looksLike(Buffer.from(JSON.stringify(document)));
  assert.ok(looks(FORMATTED));
  assert.ok(looks({ RSpec: { coverage: { "/w/a.rb": [] } } }));
  assert.ok(simplecov.looksLike(RESULT_SET.subarray(0, 200)));
  for (const document of [
    { other: { simplecov_version: "0.22.0" } },
    { meta: { version: "0.22.0" }, coverage: {} },
    { RSpec: { coverage: {} } },
    {},
  ]) {
    assert.ok(!looks(document), JSON.stringify(document));
  }
});

test("result sets of older and newer versions are read", () => {
  const old = { RSpec: { coverage: { "/w/a.rb": [1, null, 0] }, timestamp: 1 } };
  assert.equal(figuresOf(readDocument(simplecov, old).files.get("/w/a.rb")), "1/2 - - - -");
  const methods = { "[Price, :less, 10, 2, 16, 5]": 3, "[#<Class:Price>, :of, 18, 2, 19, 5]": 0 };
  const newer = { RSpec: command({ ...FILE, methods, branches: null }) };
  assert.equal(figuresOf(readDocument(simplecov, newer).files.get("/w/a.rb")), "2/3 - 1/2 - -");
});

test("commands are combined as SimpleCov does it, in any order", () => {
  const combined = (...all: number[][]): string => {
    const { lines, hits } = all.map((one) => countLines(one, true)).reduce(combineLines);
    return [...(lines ?? [])].map((entry, index) => `${entry >>> 1}:${hits?.[index]}`).join(" ");
  };
  const [a, b, c] = [
    [1, NEVER, 0, NEVER, 0],
    [2, 0, NEVER, NEVER, 0],
    [3, 0, 5, NEVER, 0, 7],
  ];
  assert.equal(combined(a, b), "1:3 5:0");
  for (const all of [
    [a, b, c],
    [c, b, a],
    [b, a, c],
  ]) {
    assert.equal(combined(...all), "1:6 3:5 5:0 6:7");
  }
  assert.equal(combined([]), "");
});

test("shards are merged by place, whatever numbers they gave", () => {
  const interner = new Interner();
  const renumbered = { "[:if, 7, 3, 4, 7, 7]": { "[:else, 8, 6, 6, 6, 10]": 2, "[:then, 9, 4, 6, 4, 10]": 0 } };
  const read = (branches: object): ReturnType<typeof readDocument> =>
    readDocument(simplecov, { RSpec: command({ ...FILE, branches }) }, { interner });
  const [first, second] = [BRANCHES, renumbered].map((branches) => read(branches).files.get("/w/a.rb"));
  assert.ok(first && second);
  assert.equal(figuresOf(mergeFileCounts(first, second)), "2/3 2/2 - - -");
});

test("places of Ruby are read without the numbers of the run", () => {
  const cursor = new JsonCursor(Buffer.from("{}"), "r.json");
  const key = (text: string): string => {
    const place = readRubyPlace(cursor, text);
    return `${place.line} ${place.key}`;
  };
  assert.equal(key("[:if, 0, 3, 4, 7, 7]"), "3 :if 4 4 7");
  assert.equal(key("[:if, 12, 3, 4, 7, 7]"), "3 :if 4 4 7");
  assert.equal(key('[:"&.", 12, 3, 4, 3, 7]'), '3 :"&." 4 0 7');
  assert.equal(key("[:if, 0, 1, 0, 1, 9]"), "1 :if 0 0 9");
  assert.equal(key("[Price, :less, 10, 2, 16, 5]"), "10 Price, :less 2 6 5");
  for (const text of [
    "",
    "if",
    "[:if, 0, 3, 4, 7]",
    "[:if, 0, 0, 4, 7, 7]",
    "[:if, 0, x, 4, 7, 7]",
    "[:if, 0, -3, 4, 7, 7]",
  ]) {
    assert.throws(() => key(text), /is no place of a Ruby source/, text);
  }
});

test("what is of the wrong form is refused where it stands", () => {
  const cases: readonly (readonly [unknown, RegExp])[] = [
    [{ R: command({ lines: [-1] }) }, /^HP-READ-SYNTAX 1:39 must be a count/],
    [{ R: command({ lines: [1.5] }) }, /^HP-READ-SYNTAX 1:39 must be a count/],
    [{ R: command({ lines: ["undefined"] }) }, /^HP-READ-SYNTAX 1:39 must be a count, null or "ignored"/],
    [{ R: command({ lines: [true] }) }, /^HP-READ-SYNTAX 1:39 must be a count/],
    [{ R: command({ lines: {} }) }, /^HP-READ-SYNTAX 1:38 must be an array/],
    [{ R: command({ branches: {} }) }, /^HP-READ-SYNTAX 1:29 a file has no lines/],
    [{ R: command({ lines: [], branches: { x: {} } }) }, /^HP-READ-SYNTAX 1:\d+ "x" is no place/],
    [{ R: command({ lines: [], branches: { "[:if, 0, 3, 4, 7, 7]": 1 } }) }, /^HP-READ-SYNTAX 1:\d+ must be an object/],
    [{ R: command({ lines: [], branches: [{ type: "then", coverage: 1 }] }) }, /a branch has no start_line/],
    [{ R: command({ lines: [], branches: [{ type: "then", start_line: 1 }] }) }, /or no coverage/],
    [{ R: { coverage: { "/w/a.rb": 1 } } }, /^HP-READ-NOT-THE-FORMAT 1:29 this is no entry of a file/],
    [{ R: { timestamp: 1 } }, /^HP-READ-NOT-THE-FORMAT 1:6 this is no command of a result set: it has no coverage/],
    [{ R: 1 }, /^HP-READ-NOT-THE-FORMAT 1:6 this is no command/],
    [{ meta: {}, files: {} }, /^HP-READ-NOT-THE-FORMAT 1:1 the document has no coverage/],
    [[], /^HP-READ-NOT-THE-FORMAT 1:1 /],
    ["", /^HP-READ-EMPTY 1:1 /],
  ];
  for (const [document, expected] of cases) assert.match(refusalOf(simplecov, document), expected);
});

test("a report of no file, and a file of no line with code, are remarked", () => {
  assert.deepEqual(remarksOf(readDocument(simplecov, {})), ["nothing-measured r.json:1:1"]);
  assert.deepEqual(remarksOf(readDocument(simplecov, { R: command({ lines: [null] }) })), [
    "nothing-measured r.json:1:29",
  ]);
  const large = JSON.stringify({ R: command({ lines: ["BIG"] }) }).replace('"BIG"', "9".repeat(30));
  assert.deepEqual(remarksOf(readDocument(simplecov, large)), ["hits-saturated r.json:1:39"]);
});
