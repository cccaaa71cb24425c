import assert from "node:assert/strict";
import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import { scratch, writeFiles } from "@holdpoint/testkit";
import { ticking } from "../testing.ts";
import { playRun } from "../testing-run.ts";
import type { VerifyTerms } from "../verify/verification.ts";
import { readBounded } from "./files.ts";
import { openLedger } from "./open-ledger.ts";
import { verifyPath } from "./verify-path.ts";

const TERMS: VerifyTerms = { trusted: [], revocations: [], mode: "when-observed" };
const INDEX = new URL("../index.ts", import.meta.url).href;

/** Runs a piece of a module in a process of its own. */
function start(code: string, args: readonly string[], flags: readonly string[] = []): ChildProcess {
  const argv = ["--conditions=holdpoint-source", ...flags, "--input-type=module", "--eval", code, "--", ...args];
  return spawn(process.execPath, argv, { stdio: ["ignore", "pipe", "pipe"] });
}

async function end(child: ChildProcess): Promise<{ code: number | null; out: string; err: string }> {
  let [out, err] = ["", ""];
  child.stdout?.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (err += chunk.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, out, err };
}

const WRITER = `
import { openLedger } from ${JSON.stringify(INDEX)};
const [folder, name, groups] = process.argv.slice(1);
for (let group = 0; group < Number(groups); group += 1) {
  const { ledger, key } = openLedger({ folder, origin: "holdpoint/trial", nowMs: Date.now });
  const note = { kind: "note", run: name, body: { group } };
  for (let n = 0; n < 5; n += 1) ledger.append([note, note]);
  if (group === 0) console.log(JSON.stringify(key));
  ledger.close();
}`;

test("processes that begin and write one ledger at once share its key and its history", async (context) => {
  const folder = join(scratch(context), ".holdpoint");
  const ended = await Promise.all(["a", "b"].map((name) => end(start(WRITER, [folder, name, "4"]))));
  for (const { code, err } of ended) assert.equal(code, 0, err);
  const keys = ended.map(({ out }) => JSON.parse(out) as { fingerprint: string; isNew: boolean });
  assert.equal(new Set(keys.map(({ fingerprint }) => fingerprint)).size, 1);
  assert.equal(keys.filter(({ isNew }) => isNew).length, 1);
  const result = verifyPath(folder, TERMS);
  assert.deepEqual([result.valid, result.size, result.anchoredUpTo], [true, 81, 81]);
  assert.deepEqual(readdirSync(folder).sort(), ["checkpoints", "keys", "ledger.db"]);
});

const ENDLESS = `
import { openLedger } from ${JSON.stringify(INDEX)};
const { ledger } = openLedger({ folder: process.argv[1], origin: "holdpoint/trial", nowMs: Date.now });
for (;;) console.log(ledger.append([{ kind: "note", run: "endless", body: {} }]).head.size);`;

test("what was acknowledged before a SIGKILL is there and verifies, and the next one goes on", async (context) => {
  const folder = join(scratch(context), ".holdpoint");
  for (let round = 0; round < 2; round += 1) {
    const child = start(ENDLESS, [folder]);
    let told = 0;
    child.stdout?.on("data", (chunk: Buffer) => {
      const before = told;
      told += chunk.toString().split("\n").length - 1;
      if (before < 3 && told >= 3) setTimeout(() => child.kill("SIGKILL"), 20 + 15 * round);
    });
    const { out, err } = await end(child);
    const acknowledged = Number(out.trim().split("\n").at(-1));
    assert.ok(acknowledged > 1, err);
    const killed = verifyPath(folder, TERMS);
    assert.deepEqual([killed.valid, killed.problems], [true, []]);
    assert.ok(killed.size >= acknowledged, `${killed.size} of ${acknowledged}`);
    const { ledger } = openLedger({ folder, origin: "x", nowMs: ticking() });
    assert.ok(ledger.append([{ kind: "note", run: "after", body: {} }]).first >= acknowledged);
    ledger.close();
    const after = verifyPath(folder, TERMS);
    assert.deepEqual([after.valid, after.anchoredUpTo], [true, after.size]);
  }
});

/** Every way out of the process is closed before the verifier is loaded. */
const OFFLINE = `
import { createRequire, syncBuiltinESMExports } from "node:module";
const require = createRequire(import.meta.url);
const refuse = (what) => () => { console.log("opened " + what); process.exit(7); };
require("node:net").Socket.prototype.connect = refuse("a socket");
require("node:net").Server.prototype.listen = refuse("a server");
require("node:dgram").createSocket = refuse("a datagram socket");
for (const name of ["lookup", "resolve"]) require("node:dns")[name] = refuse("a resolver");
globalThis.fetch = refuse("fetch");
syncBuiltinESMExports();
const [path, probe] = process.argv.slice(1);
if (probe === "probe") require("node:net").connect(9, "127.0.0.1");
const { verifyPath } = await import(${JSON.stringify(INDEX)});
const result = verifyPath(path, { trusted: [], revocations: [], mode: "when-observed" });
console.log(JSON.stringify([result.what, result.valid]));`;

test("verifying opens no socket, starts no process and writes nothing", async (context) => {
  const folder = scratch(context);
  const { ledger } = openLedger({ folder: join(folder, ".holdpoint"), origin: "o", nowMs: ticking() });
  writeFiles(join(folder, "run"), playRun(ledger, "run-1").files);
  ledger.close();
  const readOnly = ["--permission", "--allow-fs-read=*"];
  const run = await end(start(OFFLINE, [join(folder, "run")], readOnly));
  assert.equal(run.out.trim(), '["run",true]', run.err);
  const log = await end(start(OFFLINE, [join(folder, ".holdpoint")], readOnly));
  assert.equal(log.out.trim(), '["ledger",true]', log.err);
  const probe = await end(start(OFFLINE, [folder, "probe"], readOnly));
  assert.deepEqual([probe.code, probe.out.trim()], [7, "opened a socket"], "the trap is shown to close");
});

test("a named pipe is a registered error and no waiting", async (context) => {
  const folder = scratch(context);
  await once(spawn("sh", ["-c", 'mkfifo "$0"', join(folder, "pipe")]), "close");
  assert.throws(
    () => readBounded(join(folder, "pipe"), 10),
    (thrown) => isHoldpointError(thrown) && thrown.code === "HP-READ-FAILED",
  );
});
