import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import type { Ending } from "@holdpoint/testkit";
import { scratch } from "@holdpoint/testkit";
import type { Program } from "./child.ts";
import { runForJson, startServer } from "./child.ts";
import { processUse } from "./process-use.ts";

const TIMEOUT_MS = 20_000;

function program(t: Ending, source: string): Program {
  return { args: [join(scratch(t, { "main.mjs": source }), "main.mjs")] };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe("programs of the bench", () => {
  test("a document, with the variables that it was given", async (t) => {
    const source = "console.log(JSON.stringify({ a: process.env.HOLDPOINT_BENCH_A, b: process.argv.slice(2) }))";
    const { args } = program(t, source);
    const result = await runForJson({ args: [...args, "x"], env: { HOLDPOINT_BENCH_A: "1" } }, TIMEOUT_MS);
    assert.deepEqual(result, { a: "1", b: ["x"] });
  });

  test("a program that fails, prints no document, cannot start or takes too long", async (t) => {
    const plants: readonly (readonly [Program, RegExp, number])[] = [
      [program(t, 'console.error("planted"); process.exitCode = 3'), /ended with 3\nplanted/, TIMEOUT_MS],
      [program(t, 'console.log("{}"); process.kill(process.pid, "SIGKILL")'), /ended with SIGKILL/, TIMEOUT_MS],
      [program(t, 'console.log("not JSON")'), /JSON/, TIMEOUT_MS],
      [{ args: [], command: "holdpoint-absent-program" }, /ENOENT/, TIMEOUT_MS],
      [program(t, "setInterval(() => {}, 1000)"), /not there within 300 ms/, 300],
    ];
    for (const [planted, expected, timeoutMs] of plants) {
      await assert.rejects(runForJson(planted, timeoutMs), expected);
    }
  });

  test("what takes too long is ended with all that it started", { skip: process.platform !== "linux" }, async (t) => {
    const folder = scratch(t);
    const source =
      'import { spawn } from "node:child_process"; import { writeFileSync } from "node:fs";' +
      'const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "inherit" });' +
      'writeFileSync(process.argv[2] + "/pid", String(child.pid)); setInterval(() => {}, 1000);';
    const { args } = program(t, source);
    await assert.rejects(runForJson({ args: [...args, folder] }, 5000), /not there within 5000 ms/);
    const pid = Number(readFileSync(join(folder, "pid"), "utf8"));
    assert.ok(pid > 0);
    const deadlineMs = performance.now() + TIMEOUT_MS;
    while (isAlive(pid) && performance.now() < deadlineMs) await pause(10);
    assert.ok(!isAlive(pid));
  });

  test("a server is ready with its document, even in several lines, and is gone when it was stopped", async (t) => {
    const source =
      'console.log(JSON.stringify({ a: { b: [1] } }, null, 2)); setInterval(() => console.log("x"), 10);' +
      'process.on("SIGTERM", () => process.exit(0))';
    const server = await startServer<unknown>(program(t, source), TIMEOUT_MS);
    assert.deepEqual(server.ready, { a: { b: [1] } });
    assert.ok(isAlive(server.pid));
    await server.stop();
    assert.ok(!isAlive(server.pid));
    await server.stop();
  });

  test("a server that ends before it is ready, well or badly", async (t) => {
    for (const code of [0, 1]) {
      const source = `console.error("planted"); process.exitCode = ${code}`;
      await assert.rejects(startServer(program(t, source), TIMEOUT_MS), /never ready|ended with 1\nplanted/);
    }
  });

  test("use counts what a child of the process used", { skip: process.platform !== "linux" }, async (t) => {
    const source =
      'import { spawn } from "node:child_process";' +
      'const busy = "const used = () => process.cpuUsage().user + process.cpuUsage().system;' +
      ' while (used() < 300000); setInterval(() => {}, 1000); console.log(1)";' +
      'const child = spawn(process.execPath, ["-e", busy], { stdio: ["ignore", "pipe", "inherit"] });' +
      'child.stdout.once("data", () => console.log("{}"));' +
      'process.on("SIGTERM", () => { child.kill(); process.exit(0); });';
    const server = await startServer(program(t, source), TIMEOUT_MS);
    try {
      const use = processUse(server.pid);
      assert.ok(use !== null && use.cpuSeconds >= 0.2, `${use?.cpuSeconds} s`);
      assert.ok(use.residentBytes > 40 * 2 ** 20, "two Nodes");
    } finally {
      await server.stop();
    }
    assert.equal(processUse(server.pid), null);
  });
});
