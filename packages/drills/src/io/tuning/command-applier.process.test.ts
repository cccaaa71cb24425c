import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import { applierOf } from "./applier-of.ts";
import { commandApplier } from "./command-applier.ts";

const { signal } = new AbortController();
const READ = ["node", "-e", "process.stdout.write(require('node:fs').readFileSync('config.json'))"];
const WRITE = ["node", "-e", "process.stdin.pipe(require('node:fs').createWriteStream('patch.json'))"];
const FILES = { "config.json": '{"pool":{"size":4}}' };

function node(script: string): readonly string[] {
  return ["node", "-e", script];
}

test("one program prints the configuration, the other gets the patch", async (t) => {
  const root = scratch(t, FILES);
  const applier = commandApplier({ root, read: READ, write: WRITE });
  assert.deepEqual(await applier.read(signal), { document: { pool: { size: 4 } }, tag: null });
  assert.equal(await applier.write({ pool: { size: 6 } }, null, signal), "written");
  assert.equal(readFileSync(join(root, "patch.json"), "utf8"), '{"pool":{"size":6}}\n');
});

test("programs that fail: each way has its code", async (t) => {
  const root = scratch(t, FILES);
  const made = (read: readonly string[], timeoutMs = 20_000): ReturnType<typeof commandApplier> =>
    commandApplier({ root, read, write: read, timeoutMs });
  const refused = node("console.error('at most 5'); process.exit(1)");
  await assert.rejects(made(refused).write({}, null, signal), {
    code: "HP-TUNING-REFUSED",
    message: /'node' ended with 1: at most 5/,
  });
  await assert.rejects(made(refused).read(signal), { code: "HP-TUNING-TARGET", message: /ended with 1/ });
  const hanging = node("setInterval(() => {}, 1000)");
  await assert.rejects(made(hanging, 400).read(signal), { code: "HP-TUNING-TARGET", message: /did not end in 400 ms/ });
  await assert.rejects(made(["no-such-program-here"]).read(signal), {
    code: "HP-TUNING-TARGET",
    message: /could not be started/,
  });
  await assert.rejects(made(node("console.log('size = 4')")).read(signal), {
    code: "HP-READ-NOT-THE-FORMAT",
    place: { file: "output of node", line: 1, column: 1 },
  });
  await assert.rejects(made(node("")).read(signal), { code: "HP-READ-EMPTY" });
  await assert.rejects(made(READ).read(AbortSignal.abort()), { name: "AbortError" });
});

test("each kind of applier is made of its plan", async (t) => {
  const root = scratch(t, FILES);
  const plans = [
    { kind: "file", path: "config.json", reload: null },
    { kind: "command", read: READ, write: WRITE },
  ] as const;
  for (const plan of plans) {
    assert.deepEqual((await applierOf(plan, root).read(signal)).document, { pool: { size: 4 } }, plan.kind);
  }
  const deaf = applierOf({ kind: "http", url: "http://127.0.0.1:1/config", headers: [] }, root);
  await assert.rejects(deaf.read(signal), { code: "HP-TUNING-TARGET" });
});
