import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import type { TestContext } from "node:test";
import { fileURLToPath } from "node:url";
import { scratch } from "@holdpoint/testkit";

const BIN = fileURLToPath(new URL("../bin/holdpoint.js", import.meta.url));
const TIME_LIMIT_MS = 60_000;

/** Prints the port that it was given, then answers as Python's own server does. */
const PYTHON = `
import http.server, sys
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), http.server.SimpleHTTPRequestHandler)
print(server.server_address[1], flush=True)
server.serve_forever()
`;

/** A server of another framework: nothing of ours is in it. */
const NODE = `
const server = require("node:http").createServer((request, response) => response.end("ok"));
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
`;

async function start(t: TestContext, program: string, args: readonly string[], cwd: string): Promise<string> {
  const child: ChildProcess = spawn(program, args, { cwd, stdio: ["ignore", "pipe", "ignore"] });
  t.after(() => child.kill("SIGKILL"));
  assert.ok(child.stdout !== null);
  const [chunk] = (await once(child.stdout, "data")) as [Buffer];
  return `http://127.0.0.1:${chunk.toString().trim()}/`;
}

function holdpoint(cwd: string, ...args: string[]): ReturnType<typeof spawnSync> & { stdout: string; stderr: string } {
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  return spawnSync(process.execPath, [BIN, ...args], { cwd, env, encoding: "utf8", timeout: TIME_LIMIT_MS });
}

const hasPython = spawnSync("python3", ["--version"]).status === 0;

for (const [name, program, args, skip] of [
  ["node:http", process.execPath, ["-e", NODE], false],
  ["Python's http.server", "python3", ["-c", PYTHON], !hasPython],
] as const) {
  test(`a stranger load-tests a server of ${name} with one command`, { skip, timeout: TIME_LIMIT_MS }, async (t) => {
    const folder = scratch(t, { "index.html": "hello" });
    const url = await start(t, program, args, folder);
    const sent = ["--url", url, "--rate", "60", "--duration", "2s", "--warm-up", "200ms"];
    const judged = ["--slo", "90% ok under 10s with 100 samples", "--html", "load.html"];
    const { status, stdout, stderr } = holdpoint(folder, "load", "run", ...sent, ...judged);
    assert.deepEqual([status, stderr], [0, ""], stdout);
    assert.match(stdout, /^ PASS /);
    assert.match(stdout, /asked 60\/s {2}went out 60\/s\n {2}due 120 {2}sent 120 {2}succeeded 120 {2}failed 0/);
    assert.match(stdout, /█/);
    assert.ok(existsSync(join(folder, "load.html")));
  });
}

/** Its artifact holds more than its first line: a second has been measured. */
function hasMeasured(folder: string): boolean {
  const out = join(folder, ".holdpoint", "load");
  const [name] = existsSync(out) ? readdirSync(out) : [];
  return name !== undefined && readFileSync(join(out, name), "utf8").split("\n").length > 2;
}

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  test(`${signal} ends a run with 3, with what there is, and leaves an artifact that can be read`, async (t) => {
    const folder = scratch(t);
    const url = await start(t, process.execPath, ["-e", NODE], folder);
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const child = spawn(
      process.execPath,
      [BIN, "load", "run", "--url", url, "--rate", "50", "--duration", "60s", "--warm-up", "0s", "--json"],
      { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] },
    );
    let [stdout, stderr] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    const ended = once(child, "close");
    while (child.exitCode === null && !hasMeasured(folder)) await delay(20);
    child.kill(signal);
    const [code] = (await ended) as [number | null];
    assert.deepEqual([code, stderr], [3, ""]);
    const { validity, reasons, sent, artifact } = JSON.parse(stdout) as {
      validity: string;
      reasons: { code: string }[];
      sent: number;
      artifact: string;
    };
    assert.deepEqual([validity, reasons[0]?.code], ["invalid", "aborted"]);
    assert.ok(sent > 0);
    const report = holdpoint(folder, "load", "report", artifact, "--json");
    assert.equal(report.status, 3);
    assert.equal((JSON.parse(report.stdout) as { sent: number }).sent, sent);
  });
}
