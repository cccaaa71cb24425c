import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";

/** Appends lines of 100 bytes until one fails, then goes on trying, and says what became of each. */
const PROGRAM = `
const { LineLog, LineLogBroken } = await import(process.argv[1]);
const log = new LineLog(process.argv[2]);
const told = [];
for (let count = 0; count < 60; count += 1) {
  try { told.push(await log.append("x".repeat(99))); }
  catch (error) { told.push(error instanceof LineLogBroken ? "unknown" : error.code); }
}
await log.close();
console.log(JSON.stringify(told));
`;

test("a full disk: what was told stays, a line that failed is not there, not even in part", (context) => {
  const file = join(scratch(context), "log.jsonl");
  const module = new URL("adapter-line-log.ts", import.meta.url).href;
  // The shell counts in blocks of 512 or 1024 bytes.
  const script = 'ulimit -f 4; exec "$@"';
  const node = [
    process.execPath,
    "--conditions=holdpoint-source",
    "--input-type=module",
    "--eval",
    PROGRAM,
    module,
    file,
  ];
  const { stdout, stderr, status } = spawnSync("sh", ["-c", script, "sh", ...node], {
    // With a limit on files the coverage of this child would be cut short, and then nobody's could be read.
    env: { ...process.env, NODE_V8_COVERAGE: undefined },
    encoding: "utf8",
    timeout: 20_000,
  });
  assert.equal(status, 0, stderr);
  const told = JSON.parse(stdout) as (number | string)[];
  const written = told.filter((each) => typeof each === "number");
  assert.ok(written.length >= 20 && written.length < 60, `${written.length} lines`);
  assert.deepEqual(
    written,
    written.map((_, index) => index + 1),
  );
  assert.deepEqual([...new Set(told.slice(written.length))], ["EFBIG"]);
  assert.equal(statSync(file).size, written.length * 100);
  assert.equal(readFileSync(file, "utf8"), `${"x".repeat(99)}\n`.repeat(written.length));
});
