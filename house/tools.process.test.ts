import assert from "node:assert/strict";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { format } from "../scripts/tools/format.ts";
import { lint } from "../scripts/tools/lint.ts";
import type { Tool } from "../scripts/tools/tool.ts";
import { tool } from "../scripts/tools/tool.ts";
import { javascript, types } from "../scripts/tools/types.ts";
import { unused } from "../scripts/tools/unused.ts";
import { workspaceCopy } from "./plants/workspace-copy.ts";

const TOOLS: readonly Tool[] = [types, javascript, lint, format, unused];
const nowMs = (): number => 0;

interface Plant {
  readonly what: string;
  readonly tool: Tool;
  readonly file: string;
  readonly content: string;
  readonly says: RegExp;
}

const CORE = "packages/core/src/one.ts";
const ONE = "export function one(): number {\n  return 1;\n}\n";

const PLANTS: readonly Plant[] = [
  {
    what: "a type error",
    tool: types,
    file: CORE,
    content: `export function one(): number {\n  return "1";\n}\n`,
    says: /packages\/core\/src\/one\.ts\(2,3\): error TS2322/,
  },
  {
    what: "an enum, which type stripping refuses",
    tool: types,
    file: CORE,
    content: `${ONE}export enum Two {\n  two,\n}\n`,
    says: /error TS1294/,
  },
  {
    what: "a name that does not exist in plain JavaScript",
    tool: javascript,
    file: "scripts/start.js",
    content: `import "./root.ts";\nabsent();\n`,
    says: /scripts\/start\.js\(2,1\): error TS2304/,
  },
  {
    what: "a promise that nobody waits for",
    tool: lint,
    file: CORE,
    content: `async function two(): Promise<void> {}\nexport function one(): number {\n  two();\n  return 1;\n}\n`,
    says: /one\.ts:3:\d+ .*\[typescript\(no-floating-promises\)\]/,
  },
  {
    what: "a promise where a plain answer is wanted",
    tool: lint,
    file: CORE,
    content: `export function one(): number {\n  [1].forEach(async () => Promise.resolve());\n  return 1;\n}\n`,
    says: /no-misused-promises/,
  },
  {
    what: "I/O in core",
    tool: lint,
    file: CORE,
    content: `import { readFileSync } from "node:fs";\nexport const one = (): number => readFileSync("a").length;\n`,
    says: /one\.ts:1:\d+ .*no-restricted-imports/,
  },
  {
    what: "I/O outside an io folder",
    tool: lint,
    file: "packages/holdpoint/src/main.ts",
    content: `import { readFileSync } from "node:fs";\nreadFileSync("a");\n`,
    says: /main\.ts:1:\d+ .*no-restricted-imports/,
  },
  {
    what: "a type imported as a value",
    tool: lint,
    file: "packages/holdpoint/src/main.ts",
    content: `import { Stats } from "node:fs";\nexport type Sized = Stats;\n`,
    says: /consistent-type-imports/,
  },
  {
    what: "a file out of format",
    tool: format,
    file: CORE,
    content: ONE.replace("  return", " return"),
    says: /one\.ts/,
  },
  {
    what: "a file that nothing imports",
    tool: unused,
    file: "packages/core/src/orphan.ts",
    content: "export const orphan = 1;\n",
    says: /orphan\.ts/,
  },
  {
    what: "an export that nothing uses",
    tool: unused,
    file: CORE,
    content: `${ONE}export function two(): number {\n  return 2;\n}\n`,
    says: /two/,
  },
  {
    what: "a package that no manifest names",
    tool: unused,
    file: CORE,
    content: `import "left-pad";\n${ONE}`,
    says: /left-pad/,
  },
];

describe("tools", () => {
  test("all of them pass on a sound workspace, and looked at it", async (t) => {
    const root = workspaceCopy(t);
    const ends = await Promise.all(TOOLS.map((each) => each.run({ root, nowMs })));
    for (const { ok, output, looked, name } of ends) {
      assert.ok(ok, `${name}: ${output}`);
      assert.ok(looked > 0, name);
    }
  });

  for (const { what, tool: planted, file, content, says } of PLANTS) {
    test(`${planted.name} finds ${what}`, async (t) => {
      const end = await planted.run({ root: workspaceCopy(t, { [file]: content }), nowMs });
      assert.equal(end.ok, false);
      assert.match(end.output, says);
    });
  }

  test("tests of node:test are no floating promises", async (t) => {
    const content = `import { describe, it, test } from "node:test";\n
describe("a", () => {\n  it("b", () => {});\n  test("c", async () => {});\n});\n`;
    const end = await lint.run({ root: workspaceCopy(t, { "packages/core/src/two.test.ts": content }), nowMs });
    assert.ok(end.ok, end.output);
  });
});

describe("a tool that looks at nothing", () => {
  for (const each of TOOLS) {
    test(`${each.name} does not pass on a workspace without sources`, async (t) => {
      const root = workspaceCopy(t);
      for (const folder of ["packages", "scripts", "house"]) rmSync(join(root, folder), { recursive: true });
      mkdirSync(join(root, "packages"));
      const end = await each.run({ root, nowMs });
      assert.equal(end.ok, false, `${end.looked} files in ${readdirSync(root).join(" ")}`);
    });
  }

  test("looking at fewer files than there are is no pass", async () => {
    const look = async (): Promise<{ ok: true; looked: number; output: string }> => ({
      ok: true,
      looked: 2,
      output: "",
    });
    assert.equal((await tool("planted", () => 2, look).run({ root: ".", nowMs })).ok, true);
    const end = await tool("planted", () => 3, look).run({ root: ".", nowMs });
    assert.equal(end.ok, false);
    assert.equal(end.output, "planted looked at 2 files; there are 3");
  });

  test("a tool that does not start is no pass", async () => {
    const broken = tool(
      "planted",
      () => 0,
      () => Promise.reject(new Error("no such program")),
    );
    const end = await broken.run({ root: ".", nowMs });
    assert.equal(end.ok, false);
    assert.match(end.output, /did not run: no such program/);
  });
});
