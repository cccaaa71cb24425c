import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import type { Measured } from "../../soak/measured.ts";
import { commandTarget } from "./command-target.ts";

const FS = "const fs = require('node:fs'), e = process.env;";

async function measure(
  folder: string,
  script: string,
  terms: { timeoutMs?: number; run?: string[] } = {},
): Promise<Measured> {
  const { timeoutMs = 20_000, run = ["node", "-e", FS + script] } = terms;
  const target = commandTarget({ kind: "command", run, timeoutMs }, { root: folder, folder });
  return target(3, new AbortController().signal);
}

test("the command is told the iteration, a folder of its own and where its summary goes", async (t) => {
  const folder = scratch(t);
  const script =
    "fs.writeFileSync(e.SUMMARY_FILE, JSON.stringify({ n: +e.ITERATION, dir: e.RUN_DIR, cwd: process.cwd() }))";
  const { summary, problem, load, exposition } = await measure(folder, script);
  assert.deepEqual([problem, load, exposition], [null, null, null]);
  assert.deepEqual([summary?.["n"], summary?.["dir"]], [3, join(folder, "iteration-3")]);
});

test("an old summary is not taken for a new one", async (t) => {
  const folder = scratch(t, { "iteration-3/summary.json": '{"p95":1}' });
  const { summary, problem } = await measure(folder, "");
  assert.deepEqual([summary, problem?.code], [null, "HP-SOAK-SUMMARY"]);
  assert.equal(existsSync(join(folder, "iteration-3", "summary.json")), false);
});

const WRITE = (text: string): string => `fs.writeFileSync(e.SUMMARY_FILE, ${JSON.stringify(text)});`;
const BAD: readonly (readonly [what: string, script: string, code: string, text: RegExp])[] = [
  ["wrote nothing", "", "HP-SOAK-SUMMARY", /wrote no summary/],
  [
    "failed after it wrote",
    `${WRITE('{"a":1}')} console.error("boom"); process.exit(4)`,
    "HP-SOAK-COMMAND",
    /ended with 4: boom/,
  ],
  ["wrote a list", WRITE("[1]"), "HP-SOAK-SUMMARY", /no JSON object/],
  ["wrote half of it", WRITE('{"a": '), "HP-READ-TRUNCATED", /iteration-3\/summary\.json/],
  ["wrote an empty file", WRITE(""), "HP-READ-EMPTY", /./],
  ["wrote a name twice", WRITE('{"a": 1, "a": 2}'), "HP-READ-DUPLICATE-KEY", /./],
  ["wrote too much", "fs.writeFileSync(e.SUMMARY_FILE, 'x'.repeat(1048577))", "HP-SOAK-SUMMARY", /at most 1048576/],
  ["made a folder of it", "fs.mkdirSync(e.SUMMARY_FILE)", "HP-SOAK-SUMMARY", /no file/],
];

for (const [what, script, code, text] of BAD) {
  test(`a command that ${what} leaves a gap with its reason`, async (t) => {
    const { summary, problem } = await measure(scratch(t), script);
    assert.equal(summary, null);
    assert.equal(problem?.code, code);
    assert.match(problem.text, text);
  });
}

test("a command that takes too long is killed with what it started", async (t) => {
  const { problem } = await measure(scratch(t), "setInterval(() => {}, 1000)", { timeoutMs: 300 });
  assert.deepEqual(problem, { code: "HP-SOAK-TIMEOUT", text: "'node' did not end in 300 ms" });
});

test("a command that is not there is told", async (t) => {
  const { problem } = await measure(scratch(t), "", { run: ["no-such-program-here"] });
  assert.equal(problem?.code, "HP-SOAK-COMMAND");
});
