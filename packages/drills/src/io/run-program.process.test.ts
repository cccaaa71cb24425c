import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import { test } from "node:test";
import { nodeProgram, runProgram } from "./run-program.ts";

const terms = { cwd: tmpdir(), timeoutMs: 10_000, signal: new AbortController().signal };
const node = (script: string): readonly string[] => ["node", "-e", script];

test("what a program writes and how it ends is told", async () => {
  const run = await runProgram({
    ...terms,
    command: node("console.log('out'); console.error('err'); process.exit(3)"),
  });
  assert.deepEqual(run, { exitCode: 3, stdout: "out\n", stderr: "err\n" });
});

test("what takes too long is killed", async () => {
  const run = await runProgram({ ...terms, timeoutMs: 300, command: node("setInterval(() => {}, 1000)") });
  assert.equal(run.exitCode, null);
});

test("a stopped drill stops its program", async () => {
  const stop = new AbortController();
  const running = runProgram({ ...terms, signal: stop.signal, command: node("setInterval(() => {}, 1000)") });
  stop.abort();
  assert.equal((await running).exitCode, null);
});

test("the environment is that of the drill with what is added, without the test runner's", async () => {
  const script = "console.log(process.env.DRILLED, process.env.NODE_TEST_CONTEXT)";
  const run = await runProgram({ ...terms, environment: { DRILLED: "yes" }, command: node(script) });
  assert.equal(run.stdout, "yes undefined\n");
});

test("a program that is not there is an error", async () => {
  await assert.rejects(runProgram({ ...terms, command: ["no-such-program-here"] }), /ENOENT/);
});

test("a program that is not there is not killed either, and its own Node is a program that is there", async () => {
  const stop = new AbortController();
  const running = runProgram({ ...terms, signal: stop.signal, command: ["no-such-program-here"] });
  stop.abort();
  await assert.rejects(running, /ENOENT/);
  const run = await runProgram({ ...terms, command: [nodeProgram(), "-p", "process.execPath"] });
  assert.equal(run.stdout.trim(), nodeProgram());
});

test("a program that has ended while its output is held open is told when all of it has come", async () => {
  const stop = new AbortController();
  const child = "setTimeout(() => console.log('late'), 200)";
  const options = "{ stdio: 'inherit' }";
  const start = `require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(child)}], ${options})`;
  const script = `${start}; console.log("early")`;
  const run = await runProgram({ ...terms, signal: stop.signal, command: node(script) });
  assert.equal(run.stdout, "early\nlate\n");
  stop.abort();
});

test("what it is given stands on its standard input, and it need not read it", async () => {
  const terms = { cwd: ".", timeoutMs: 10_000, signal: new AbortController().signal };
  const echo = "process.stdin.pipe(process.stdout)";
  assert.equal((await runProgram({ ...terms, command: ["node", "-e", echo], input: '{"a":1}' })).stdout, '{"a":1}');
  assert.equal((await runProgram({ ...terms, command: ["node", "-e", echo] })).stdout, "");
  const deaf = await runProgram({ ...terms, command: ["node", "-e", "process.exit(3)"], input: "x".repeat(1_000_000) });
  assert.equal(deaf.exitCode, 3);
});
