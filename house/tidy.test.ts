import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { ROOT } from "../scripts/root.ts";
import { bannedCode } from "./rules/banned-code.ts";
import { leftOutTests, markViolations } from "./rules/marks.ts";
import { ratchetViolations } from "./rules/ratchet.ts";
import { LINES_MAX, LINES_MEDIAN_MAX, LINES_P90_MAX, lengthViolations, shapeOf, testShares } from "./rules/shape.ts";
import { rootViolations, textViolations } from "./rules/text.ts";
import { assertNone } from "./rules/violation.ts";
import { trackedPaths, trackedTexts } from "./source/tracked.ts";
import { isTest, moduleOf, readTree } from "./source/tree.ts";

const MODULES_MIN = 200;

describe("tidiness of this repository", () => {
  const modules = readTree(ROOT);
  const texts = trackedTexts(ROOT);

  test("the rules look at something", () => {
    assert.ok(modules.length >= MODULES_MIN);
    assert.ok(modules.some((module) => isTest(module.path)));
    assert.ok(texts.length >= modules.length / 2);
  });

  for (const [name, rule] of Object.entries({ bannedCode, markViolations, leftOutTests, lengthViolations })) {
    test(name, () => assertNone(modules.flatMap(rule)));
  }

  test("no path of one machine and no registry's host in any text", () => {
    assertNone(texts.filter(({ path }) => !isPlant(path)).flatMap(textViolations));
  });

  test("git ignores no module", () => {
    const tracked = new Set(trackedPaths(ROOT));
    assertNone(modules.map(({ path }) => path).filter((path) => !tracked.has(path)));
  });

  test("no reports about work in the root", () => {
    assertNone(rootViolations(texts.map(({ path }) => path)));
  });

  test("files are short", () => {
    const { median, p90, longest } = shapeOf(modules);
    assert.ok(median > 0 && median <= LINES_MEDIAN_MAX, `median ${median}`);
    assert.ok(p90 <= LINES_P90_MAX, `p90 ${p90}`);
    assert.ok(longest <= LINES_MAX, `longest ${longest}`);
  });

  test("rooms keep as many lines of tests as of source, or come nearer", (t) => {
    const text = readFileSync(new URL("./ratchet.json", import.meta.url), "utf8");
    const { testLinesPercent } = JSON.parse(text) as { testLinesPercent: Record<string, number> };
    const shares = testShares(modules);
    for (const [room, { source, test: lines }] of shares)
      t.diagnostic(`${room}: ${lines} lines of tests, ${source} of source`);
    assert.ok(shares.size > 0);
    assertNone(ratchetViolations(shares, testLinesPercent));
  });
});

/** The rules and their tests hold what the rules forbid. */
function isPlant(path: string): boolean {
  return path === "house/tidy.test.ts" || path.startsWith("house/rules/");
}

describe("planted code", () => {
  const SOURCE = "packages/core/src/a.ts";
  const banned: readonly string[] = [
    "const a = Date.now();",
    "const a = new Date();",
    "const a = { now: Date.now };",
    "const a = Math.random();",
    "const a = randomUUID();",
    "const a = process.env.HOME;",
    'const a = process.env["HOME"];',
    "process.exit(1);",
    "console.log(1);",
    "setTimeout(run, 1);",
    "const a = `${Date.now()}`;",
    "await fetch(url);",
    'eval("1");',
  ];
  for (const source of banned) {
    test(source, () => assert.equal(bannedCode(moduleOf(SOURCE, source)).length, 1));
  }

  for (const source of ["const seed = Date.now() % 2 ** 31;", "const seed = Math.random();"]) {
    test(`a property: ${source}`, () => {
      const [found, ...others] = bannedCode(moduleOf("packages/core/src/a.fuzz.test.ts", source));
      assert.deepEqual([found?.line, others], [1, []]);
      assert.match(found?.text ?? "", /the seed of the suite/);
    });
  }

  const free: readonly (readonly [string, string])[] = [
    [SOURCE, "const a = new Date(atMs);"],
    ["packages/core/src/a.fuzz.test.ts", "console.log(process.env);"],
    [SOURCE, "// Date.now() is banned"],
    [SOURCE, 'const a = "Math.random()";'],
    [SOURCE, "host.setTimeout(run, 1);"],
    [SOURCE, "const a = /console.log/;"],
    ["packages/ledger/src/io/a.ts", "const a = Date.now();"],
    ["packages/ledger/src/a.test.ts", "const a = Date.now();"],
    ["packages/holdpoint/src/main.ts", "console.log(1);"],
    ["scripts/a.ts", "const a = Date.now();"],
  ];
  for (const [path, source] of free) {
    test(`${path}: ${source} is free`, () => assert.deepEqual(bannedCode(moduleOf(path, source)), []));
  }
});

describe("planted marks", () => {
  const marks: readonly string[] = [
    "// TODO: later",
    "/* FIXME */",
    "/**\n * XXX\n */",
    "// not implemented yet",
    "// @ts-expect-error wrong",
    "// oxlint-disable-next-line no-console",
    "/* v8 ignore next */",
  ];
  for (const source of marks) {
    test(JSON.stringify(source), () => assert.equal(markViolations(moduleOf("scripts/a.ts", source)).length, 1));
  }

  test("the line is the mark's", () => {
    assert.equal(markViolations(moduleOf("scripts/a.ts", "\n/**\n * TODO\n */"))[0]?.line, 3);
  });

  test("a text is no mark", () => assert.deepEqual(markViolations(moduleOf("scripts/a.ts", 'const a = "TODO";')), []));

  const leftOut: readonly string[] = [
    'test.only("a", () => {});',
    'describe.skip("a", () => {});',
    'it.todo("a");',
    'test("a", { skip: true }, () => {});',
    'test("a", { only: true }, () => {});',
    "t.skip();",
  ];
  for (const source of leftOut) {
    test(source, () => assert.equal(leftOutTests(moduleOf("packages/core/src/a.test.ts", source)).length, 1));
  }

  test("a reasoned condition leaves nothing out", () => {
    assert.deepEqual(
      leftOutTests(moduleOf("a.test.ts", 'test("a", { skip: noNode20 }, () => {}); list.only(1); t.skip("no git");')),
      [],
    );
  });
});

describe("planted lengths and texts", () => {
  test("a long line, but not one whose text cannot be broken", () => {
    const long = `${"a + ".repeat(31)}1;`;
    assert.equal(lengthViolations(moduleOf("scripts/a.ts", long)).length, 1);
    assert.deepEqual(lengthViolations(moduleOf("scripts/a.ts", `const a = "${"b".repeat(120)}";`)), []);
    assert.equal(lengthViolations(moduleOf("scripts/a.ts", `// ${"c".repeat(120)}`)).length, 1);
  });

  test("a long file", () => {
    assert.equal(lengthViolations(moduleOf("scripts/a.ts", "a;\n".repeat(LINES_MAX))).length, 0);
    assert.equal(lengthViolations(moduleOf("scripts/a.ts", "a;\n".repeat(LINES_MAX + 1))).length, 1);
  });

  test("the shape leaves tests out and counts exactly", () => {
    const sources = [10, 20, 30].map((lines) => moduleOf(`packages/core/src/${lines}.ts`, "a;\n".repeat(lines)));
    const modules = [...sources, moduleOf("packages/core/src/a.test.ts", "a;\n".repeat(400))];
    assert.deepEqual(shapeOf(modules), { files: 3, median: 20, p90: 30, longest: 30 });
  });

  test("a room that falls below its floor", () => {
    const shares = new Map([["core", { source: 200, test: 99 }]]);
    assert.deepEqual(ratchetViolations(shares, { core: 49 }), []);
    assert.match(ratchetViolations(shares, { core: 50 }).join(), /1 short of 50 %/);
    assert.match(ratchetViolations(shares, {}).join(), /101 short of 100 %/);
    assert.match(ratchetViolations(shares, { core: 300 }).join(), /101 short of 100 %/);
  });

  const texts: readonly (readonly [string, number])[] = [
    ['const a = "/home/alice/project";', 1],
    ["see /root/notes", 1],
    ["C:\\Users\\alice", 1],
    ["/work/secret/a.ts", 1],
    ["/build/project/a.ts and /home/user/a.ts", 0],
    ["GET /v1/receipts", 0],
    ['"resolved": "https://example.invalid/a.tgz"', 1],
    ["https://registry.npmjs.org/", 1],
  ];
  for (const [text, count] of texts) {
    test(text, () => assert.equal(textViolations({ path: "a.md", text }).length, count));
  }

  test("a report about work in the root", () => {
    const paths = ["STATUS.md", "PHASE-2-COMPLETE.md", "notes.txt", "README.md", "docs/plan.md"];
    assert.deepEqual(
      rootViolations(paths).map(({ path }) => path),
      ["STATUS.md", "PHASE-2-COMPLETE.md", "notes.txt"],
    );
  });
});
