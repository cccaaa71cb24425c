import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { scratch } from "@holdpoint/testkit";
import { suiteOf } from "../testing.ts";
import type { RunSuiteTerms } from "./run-suite.ts";
import { runSuite } from "./run-suite.ts";

const terms = (root: string, patch: Partial<RunSuiteTerms> = {}): RunSuiteTerms => ({
  root,
  environment: { PATH: process.env["PATH"] },
  nowMs: () => performance.now(),
  signal: new AbortController().signal,
  ...patch,
});
const node = (source: string): string[] => [process.execPath, "-e", source];
/** A program that shows by a file that it still runs. */
const BEAT = `setInterval(()=>fs.appendFileSync("beat","."),20)`;

test("exit code, tails and fresh reports are as they really were", async (t) => {
  const root = scratch(t, { "reports/old.xml": "old" });
  const suite = suiteOf({ results: ["reports/*.xml"], writes: ["lcov.info"] });
  const body = await runSuite(
    suite,
    node("fs.writeFileSync('reports/new.xml','n');console.log('out');console.error('err');process.exit(3)"),
    terms(root),
  );
  assert.equal(body.exitCode, 3);
  assert.equal(body.stdoutTail, "out\n");
  assert.equal(body.stderrTail, "err\n");
  assert.deepEqual(
    body.reports.map(({ path, fresh }) => [path, fresh]),
    [
      ["reports/new.xml", true],
      ["reports/old.xml", false],
      ["lcov.info", false],
    ],
  );
  assert.equal(body.reports[2]?.sha256, null);
});

test("a report written again with the same bytes is fresh", async (t) => {
  const root = scratch(t, { "r.xml": "same" });
  const body = await runSuite(suiteOf({ results: ["r.xml"] }), node("fs.writeFileSync('r.xml','same')"), terms(root));
  assert.equal(body.reports[0]?.fresh, true);
});

test("variables of CI platforms are kept from the command", async (t) => {
  const root = scratch(t);
  const environment = { PATH: process.env["PATH"], CI: "true", GITHUB_SHA: "x", KEPT: "y" };
  const body = await runSuite(
    suiteOf(),
    node("console.log(process.env.CI, process.env.GITHUB_SHA, process.env.KEPT)"),
    terms(root, { environment }),
  );
  assert.equal(body.stdoutTail, "undefined undefined y\n");
  assert.deepEqual(body.environmentRemoved, ["CI", "GITHUB_SHA"]);
});

test("a command over its time is ended with all it started", async (t) => {
  const root = scratch(t);
  const source = `require('child_process').spawn(process.execPath,['-e',${JSON.stringify(BEAT)}]);
    setInterval(()=>{},1000)`;
  const body = await runSuite(suiteOf({ timeoutMs: 5000 }), node(source), terms(root));
  assert.equal(body.timedOut, true);
  assert.equal(body.exitCode, null);
  const beats = readFileSync(join(root, "beat"), "utf8").length;
  await sleep(200);
  assert.equal(readFileSync(join(root, "beat"), "utf8").length, beats);
});

test("an aborted run ends the command", async (t) => {
  const abort = new AbortController();
  const running = runSuite(suiteOf(), node("setInterval(()=>{},1000)"), terms(scratch(t), { signal: abort.signal }));
  abort.abort();
  assert.equal((await running).signal, "SIGTERM");
});

test("a program that is not there is a registered error", async (t) => {
  await assert.rejects(runSuite(suiteOf(), ["no-such-program-here"], terms(scratch(t))), {
    code: "HP-RUN-SUITE-NOT-STARTED",
  });
});

test("a flood of output is bounded", async (t) => {
  const body = await runSuite(suiteOf(), node("process.stdout.write('x'.repeat(5e6))"), terms(scratch(t)));
  assert.equal(body.stdoutTail.length, 4096);
});

test("what the command left running in its group ends with it, without using up its time", async (t) => {
  const root = scratch(t);
  const source = `const options={stdio:'inherit'};
    require('child_process').spawn(process.execPath,['-e',${JSON.stringify(BEAT)}],options).unref();
    const wait=setInterval(()=>{if(fs.existsSync('beat')){clearInterval(wait);process.exit(0)}},10)`;
  const body = await runSuite(suiteOf(), node(source), terms(root));
  assert.deepEqual([body.exitCode, body.timedOut], [0, false]);
  const beats = readFileSync(join(root, "beat"), "utf8").length;
  await sleep(100);
  assert.equal(readFileSync(join(root, "beat"), "utf8").length, beats);
});

test("a process that left the group and keeps the pipes open does not keep the run", async (t) => {
  const root = scratch(t);
  const late = `setTimeout(()=>fs.writeFileSync("late",""),30000)`;
  const source = `const options={stdio:'inherit',detached:true};
    const child=require('child_process').spawn(process.execPath,['-e',${JSON.stringify(late)}],options);
    fs.writeFileSync('pid',String(child.pid));child.unref();console.log('said')`;
  const body = await runSuite(suiteOf(), node(source), terms(root));
  process.kill(Number(readFileSync(join(root, "pid"), "utf8")), "SIGKILL");
  assert.equal(existsSync(join(root, "late")), false, "the run went on while it was still there");
  assert.deepEqual([body.exitCode, body.timedOut, body.stdoutTail], [0, false, "said\n"]);
});

test("a command that will not end politely is ended all the same", async (t) => {
  const abort = new AbortController();
  const source = "process.on('SIGTERM',()=>console.log('no'));console.log('up');setInterval(()=>{},1000)";
  const root = scratch(t);
  const running = runSuite(
    suiteOf(),
    node(`${source};fs.writeFileSync('up','')`),
    terms(root, { signal: abort.signal, killGraceMs: 3000 }),
  );
  while (!existsSync(join(root, "up"))) await sleep(10);
  abort.abort();
  const { signal, stdoutTail } = await running;
  assert.equal(signal, "SIGKILL");
  assert.equal(stdoutTail, "up\nno\n");
});

test("a command that could never be started is a registered error, whatever is wrong with it", async (t) => {
  const root = scratch(t, { "folder/a": "" });
  for (const argv of [[], [""], ["a\0b"], [process.execPath, "\0"], ["./folder"], ["x".repeat(5000)]]) {
    await assert.rejects(runSuite(suiteOf(), argv, terms(root)), { code: "HP-RUN-SUITE-NOT-STARTED" });
  }
});

test("what is no text in the output is kept as far as it is", async (t) => {
  const source =
    "process.stdout.write(Buffer.from([0x61,0xff,0xfe,0x62]));process.stderr.write('\\u{1f600}'.repeat(3000))";
  const { stdoutTail, stderrTail } = await runSuite(suiteOf(), node(source), terms(scratch(t)));
  assert.equal(stdoutTail, "a\ufffd\ufffdb");
  assert.ok(stderrTail.isWellFormed() && stderrTail.length === 4096);
});
