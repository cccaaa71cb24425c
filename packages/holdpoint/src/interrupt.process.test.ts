import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { gitRepository } from "@holdpoint/testkit";

const BIN = fileURLToPath(new URL("../bin/holdpoint.js", import.meta.url));
const WAIT_MAX_MS = 20_000;
const POLL_MS = 20;

const CONFIG = `version: 1
service: slow
suites:
  - { id: fast, run: [node, -e, ""], results: [reports/fast.xml] }
  - id: slow
    run: [node, -e, "require('fs').writeFileSync('started', ''); setTimeout(() => {}, 60000)"]
    results: [reports/slow.xml]
profiles: { release: { gates: { tests: } } }
`;

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  test(`${signal} ends a run with 3, and what was gathered until then is kept`, { timeout: 60_000 }, async (t) => {
    const root = gitRepository(t, { "holdpoint.yaml": CONFIG, ".gitignore": ".holdpoint/\nreports/\nstarted\n" });
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const child = spawn(process.execPath, [BIN, "promote", "--json"], {
      cwd: root,
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let [stdout, stderr] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    for (let waitedMs = 0; !existsSync(join(root, "started")) && waitedMs < WAIT_MAX_MS; waitedMs += POLL_MS)
      await delay(POLL_MS);
    assert.ok(existsSync(join(root, "started")), `the slow suite has begun: ${stdout}${stderr}`);
    child.kill(signal);
    const [code] = (await once(child, "close")) as [number | null];
    assert.deepEqual([code, stderr], [3, ""]);
    const problem = JSON.parse(stdout) as { code: string; retryable: boolean };
    assert.deepEqual([problem.code, problem.retryable], ["HP-RUN-INTERRUPTED", true]);
    const runs = readdirSync(join(root, ".holdpoint", "runs"));
    assert.equal(runs.length, 1, "the run was not published as the latest");
    const evidence = readdirSync(join(root, ".holdpoint", "runs", runs[0] ?? "", "evidence"));
    assert.ok(
      evidence.some((name) => name.startsWith("suite-run-")),
      evidence.join(),
    );
    assert.ok(!existsSync(join(root, ".holdpoint", "ledger.db-wal")), "the ledger was closed");
  });
}
