import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import type { JsonObject } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import type { Adapter, AdapterCall, AdapterFailure, AdapterOutcome } from "../../contract/adapter.ts";
import type { CommandOperation } from "../../contract/gateway-config.ts";
import { adapterCall, operationOf } from "../../executor/testing-executor.ts";
import { commandAdapter } from "./command-adapter.ts";

function adapterOf(changes: Partial<CommandOperation>): Adapter {
  const operation = { folder: null, environment: {}, outputSizeBytesMax: 10_000, command: [], ...changes };
  return commandAdapter({ kind: "command", name: "tools", operations: [{ ...operationOf("run"), ...operation }] });
}

/** Runs a line of the shell that the test, and nobody else, writes. */
function shell(
  script: string,
  changes: Partial<AdapterCall> = {},
  more: Partial<CommandOperation> = {},
): Promise<AdapterOutcome> {
  const adapter = adapterOf({ command: ["sh", "-c", script, "sh"], ...more });
  return adapter.execute(adapterCall({ operation: "run", ...changes }));
}

async function failed(outcome: Promise<AdapterOutcome>): Promise<AdapterFailure> {
  const ended = await outcome;
  return ended.ok ? assert.fail(JSON.stringify(ended.result)) : ended;
}

async function succeeded(outcome: Promise<AdapterOutcome>): Promise<unknown> {
  const ended = await outcome;
  return ended.ok ? ended.result : assert.fail(ended.message);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // One that has ended and that nobody has waited for is no more.
    return !readFileSync(`/proc/${pid}/stat`, "utf8").includes(") Z ");
  } catch {
    return false;
  }
}

test("the arguments come on standard input, the answer is JSON, a text, or nothing", async () => {
  const given = { b: "ä", a: [1, { x: null }] };
  assert.deepEqual(await succeeded(shell("cat", { arguments: given })), given);
  assert.equal(await succeeded(shell("echo 'two  words'")), "two  words");
  assert.equal(await succeeded(shell("true")), null);
  assert.equal(await succeeded(shell("echo null")), null);
  assert.equal(await succeeded(shell("echo '{\"a\":1'")), '{"a":1');
});

test("no shell looks at a value, and a program that reads no input is well", async () => {
  const hostile = "$(touch /tmp/never); `id` && x | y > z * ~";
  const adapter = adapterOf({ command: ["printf", "%s", "{text}"] });
  const outcome = adapter.execute(
    adapterCall({ operation: "run", arguments: { text: hostile, more: "x".repeat(500_000) } }),
  );
  assert.equal(await succeeded(outcome), hostile);
});

test("the environment is what is configured, PATH, and who asks", async (context) => {
  process.env["HOLDPOINT_TEST_SECRET"] = "secret";
  context.after(() => delete process.env["HOLDPOINT_TEST_SECRET"]);
  const folder = scratch(context);
  const call = { tracestate: "a=1", attempt: 3 };
  const printed = await succeeded(
    shell("env; pwd", call, { environment: { SHOP: "1", HOLDPOINT_ATTEMPT: "9" }, folder }),
  );
  const variables = Object.fromEntries(
    String(printed)
      .split("\n")
      .map((line) => line.split(/=(.*)/s).slice(0, 2)),
  );
  const { PWD, SHLVL: _shell, _: _self, OLDPWD: _old, ...rest } = variables as Record<string, string>;
  assert.equal(PWD, folder);
  delete rest[folder];
  assert.deepEqual(rest, {
    PATH: process.env["PATH"],
    SHOP: "1",
    HOLDPOINT_ACTION_ID: "act_1",
    HOLDPOINT_ATTEMPT: "3",
    HOLDPOINT_IDEMPOTENCY_KEY: "key-1",
    HOLDPOINT_CORRELATION_ID: "req_1",
    HOLDPOINT_TRACEPARENT: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
    TRACEPARENT: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
    HOLDPOINT_TRACESTATE: "a=1",
    TRACESTATE: "a=1",
    HOLDPOINT_TIMEOUT_MS: "1000",
  });
});

test("exit codes are classes, and the last of what was complained about is told", async () => {
  const cases: readonly (readonly [string, string, boolean, RegExp])[] = [
    ["echo busy >&2; exit 75", "backpressure", false, /EX_TEMPFAIL\): busy$/],
    ["exit 64", "validation_failed", false, /EX_USAGE/],
    ["exit 65", "validation_failed", false, /EX_DATAERR/],
    ["echo partly done; exit 1", "execution_error", true, /exit code 1$/],
    ["exit 255", "execution_error", true, /exit code 255$/],
    ["kill -9 $$", "execution_error", true, /ended by SIGKILL$/],
  ];
  for (const [script, failureClass, sent, message] of cases) {
    const outcome = await failed(shell(script));
    assert.deepEqual([outcome.failureClass, outcome.sent], [failureClass, sent], script);
    assert.match(outcome.message, message);
  }
  const long = await failed(shell("seq 1 20000 >&2; echo the end >&2; exit 1"));
  assert.match(long.message, /19999\n20000\nthe end$/);
  assert.ok(long.message.length < 4300, `${long.message.length}`);
});

test("a program that cannot be started did nothing", async (context) => {
  const folder = scratch(context, { "not-a-program": "#!/bin/sh\n" });
  const cases: readonly (readonly [Partial<CommandOperation>, RegExp])[] = [
    [{ command: ["no-such-program-anywhere"] }, /ENOENT/],
    [{ command: [join(folder, "not-a-program")] }, /EACCES/],
    [{ command: ["true"], folder: join(folder, "nowhere") }, /ENOENT/],
  ];
  for (const [changes, message] of cases) {
    const outcome = await failed(adapterOf(changes).execute(adapterCall({ operation: "run" })));
    assert.deepEqual([outcome.failureClass, outcome.sent], ["connection_bootstrap", false]);
    assert.match(outcome.message, message);
  }
  const big: JsonObject = Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [`a${index}`, "x".repeat(100_000)]),
  );
  const names = Object.keys(big).map((name) => `{${name}}`);
  const tooBig = await failed(
    adapterOf({ command: ["true", ...names] }).execute(adapterCall({ operation: "run", arguments: big })),
  );
  assert.deepEqual([tooBig.failureClass, tooBig.sent], ["validation_failed", false]);
  const refused = await failed(adapterOf({ command: ["true", "{x}"] }).execute(adapterCall({ operation: "run" })));
  assert.deepEqual([refused.failureClass, refused.sent], ["validation_failed", false]);
});

test("a call whose time was over before starts nothing", async (context) => {
  const file = join(scratch(context), "started");
  const outcome = await failed(shell(`touch ${file}`, { signal: AbortSignal.abort() }));
  assert.deepEqual([outcome.failureClass, outcome.sent, existsSync(file)], ["timeout", false, false]);
});

test("output beyond its bound ends the program", async () => {
  const outcome = await failed(shell("yes", {}, { outputSizeBytesMax: 1000 }));
  assert.deepEqual(
    [outcome.code, outcome.failureClass, outcome.sent],
    ["HP-ACTION-RESULT-TOO-LARGE", "execution_error", true],
  );
  assert.equal(await succeeded(shell("printf 12345", {}, { outputSizeBytesMax: 5 })), 12345);
});

test("output that is no text is connector_contract_drift", async () => {
  const outcome = await failed(shell("printf '\\377'"));
  assert.equal(outcome.code, "HP-ACTION-CONTRACT-DRIFT");
});

test("the signal ends the whole process group, also one that will not listen", async (context) => {
  const file = join(scratch(context), "pids");
  const controller = new AbortController();
  const script = `trap '' TERM; sh -c 'trap "" TERM; while :; do sleep 0.05; done' & echo $$ $! > ${file}; while :; do sleep 0.05; done`;
  const running = shell(script, { signal: controller.signal });
  while (!existsSync(file) || readFileSync(file, "utf8") === "") await wait(10);
  const pids = readFileSync(file, "utf8").trim().split(" ").map(Number);
  context.after(() => pids.filter(isAlive).forEach((pid) => process.kill(pid, "SIGKILL")));
  assert.deepEqual(pids.map(isAlive), [true, true]);
  controller.abort();
  const outcome = await failed(running);
  assert.deepEqual([outcome.failureClass, outcome.sent], ["timeout", true]);
  for (let turn = 0; turn < 100 && pids.some(isAlive); turn += 1) await wait(10);
  assert.deepEqual(pids.map(isAlive), [false, false]);
});

test("a child that holds the output open does not hold the call open", async (context) => {
  const file = join(scratch(context), "pid");
  const result = await succeeded(shell(`sleep 30 & echo $! > ${file}; echo done`));
  const pid = Number(readFileSync(file, "utf8"));
  assert.deepEqual([result, isAlive(pid)], ["done", true]);
  process.kill(pid, "SIGKILL");
});

test("closing the adapter ends what runs", async () => {
  const adapter = adapterOf({ command: ["sleep", "30"] });
  const running = adapter.execute(adapterCall({ operation: "run" }));
  await wait(50);
  await adapter.close();
  assert.equal((await failed(running)).failureClass, "timeout");
});
