import assert from "node:assert/strict";
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { test } from "node:test";
import { parameterOf, scratch } from "@holdpoint/testkit";
import { applyProposals } from "../../tuning/apply.ts";
import { fileApplier } from "./file-applier.ts";
import { writeAtomically } from "./write-atomically.ts";

const { signal } = new AbortController();
const TEXT = '{\n    "pool": { "size": 4, "idle": 2 },\n    "limit": 9007199254740993\n}\n';
const COPY = ["node", "-e", 'require("node:fs").copyFileSync("config.json", "loaded.json")'];

function scene(t: TestContext, text = TEXT): { readonly root: string; readonly text: (name?: string) => string } {
  const root = scratch(t, { "config.json": text });
  return { root, text: (name = "config.json") => readFileSync(join(root, name), "utf8") };
}

test("the value is changed, everything else stays, and the command makes the target read it", async (t) => {
  const { root, text } = scene(t);
  chmodSync(join(root, "config.json"), 0o640);
  const applier = fileApplier({ root, path: "config.json", reload: COPY });
  const { document, tag } = await applier.read(signal);
  assert.deepEqual((document as { pool: unknown }).pool, { size: 4, idle: 2 });
  assert.equal(await applier.write({ pool: { size: 6 } }, tag, signal), "written");
  assert.equal(text(), TEXT.replace('"size": 4', '"size": 6'));
  assert.equal(text("loaded.json"), text());
  assert.equal(statSync(join(root, "config.json")).mode & 0o777, 0o640);
  assert.deepEqual(readdirSync(root).toSorted(), ["config.json", "loaded.json"]);
});

test("a file that somebody else changed is not written over", async (t) => {
  const { root, text } = scene(t);
  const applier = fileApplier({ root, path: "config.json", reload: null });
  const { tag } = await applier.read(signal);
  writeFileSync(join(root, "config.json"), TEXT.replace("idle", "rest"));
  assert.equal(await applier.write({ pool: { size: 6 } }, tag, signal), "changed-meanwhile");
  assert.match(text(), /"size": 4, "rest"/);
});

test("where the reload fails the file is set back to what it was, and the change counts as refused", async (t) => {
  const cases = [
    [
      ["node", "-e", "console.error('bad value'); process.exit(3)"],
      /ended with 3: bad value; the file was set back/,
      20_000,
    ],
    [["no-such-program-here"], /could not be started: .*ENOENT; the file was set back/, 20_000],
    [["node", "-e", "setInterval(() => {}, 1000)"], /did not end in 400 ms: ; the file was set back/, 400],
  ] as const;
  for (const [reload, message, timeoutMs] of cases) {
    const { root, text } = scene(t);
    const applier = fileApplier({ root, path: "config.json", reload, timeoutMs });
    const { tag } = await applier.read(signal);
    await assert.rejects(applier.write({ pool: { size: 6 } }, tag, signal), { code: "HP-TUNING-REFUSED", message });
    assert.equal(text(), TEXT);
  }
});

test("what the target writes back itself is seen when it is read again", async (t) => {
  const { root } = scene(t);
  const clamp = [
    "node",
    "-e",
    "const fs=require('node:fs'), f='config.json'; fs.writeFileSync(f, fs.readFileSync(f,'utf8').replace('6','5'))",
  ];
  const applier = fileApplier({ root, path: "config.json", reload: clamp });
  const proposals = [{ parameter: "pool.size", subsystem: "s", rule: "r", from: 4, to: 6, skipped: null }];
  const terms = { parameters: [parameterOf()], proposals, signal };
  const done = await applyProposals(applier, await applier.read(signal), terms);
  assert.deepEqual([done.readings[0]?.verdict, done.readings[0]?.after, done.isFull], ["clamped", 5, false]);
});

test("a link stays a link, and its file is the one that is written", async (t) => {
  const { root, text } = scene(t);
  symlinkSync("config.json", join(root, "link.json"));
  const applier = fileApplier({ root, path: "link.json", reload: null });
  assert.equal(await applier.write({ pool: { size: 6 } }, null, signal), "written");
  assert.ok(lstatSync(join(root, "link.json")).isSymbolicLink());
  assert.match(text(), /"size": 6/);
});

test("a file that is absent, too large or no JSON: each has its code and place", async (t) => {
  const { root } = scene(t, '{"pool": {"size": 4,}}');
  const read = (path: string): Promise<unknown> => fileApplier({ root, path, reload: null }).read(signal);
  await assert.rejects(read("absent.json"), { code: "HP-READ-ABSENT", place: { file: "absent.json" } });
  await assert.rejects(read("config.json"), {
    code: "HP-READ-SYNTAX",
    place: { file: "config.json", line: 1, column: 21 },
  });
  writeFileSync(join(root, "large.json"), " ".repeat(1024 * 1024 + 1));
  await assert.rejects(read("large.json"), { code: "HP-READ-TOO-LARGE" });
  await assert.rejects(read("."), { code: "HP-TUNING-TARGET" });
});

test("a write that fails half way leaves the old file and nothing beside it", (t) => {
  const { root, text } = scene(t);
  const file = join(root, "config.json");
  const bytes = Buffer.from("{}");
  assert.equal(writeAtomically(file, bytes, { mode: 0o600, beforeRename: () => false }), false);
  const stop = (): never => {
    throw new Error("power is gone");
  };
  assert.throws(() => writeAtomically(file, bytes, { mode: 0o600, beforeRename: stop }), /power is gone/);
  assert.deepEqual([text(), readdirSync(root)], [TEXT, ["config.json"]]);
  assert.equal(writeAtomically(file, bytes, { mode: 0o600, beforeRename: () => true }), true);
  assert.equal(text(), "{}");
});
