import assert from "node:assert/strict";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import type { DrillStep } from "../drill.ts";
import type { GatewayProcess } from "./gateway-process.ts";
import { startGateway } from "./gateway-process.ts";

/** Prints what a gateway prints, with its arguments where the tokens are. */
const STAND_IN = `
import { createServer } from "node:http";
import { existsSync, writeFileSync } from "node:fs";
const args = process.argv.slice(2);
const first = !existsSync("started");
writeFileSync("started", "");
const server = createServer((_, answer) => answer.end(process.env.NODE_V8_COVERAGE ?? "none"));
process.on("SIGTERM", () => { server.closeAllConnections(); server.close(() => process.exit(7)); });
server.listen(0, "127.0.0.1", () => {
  const url = "http://127.0.0.1:" + server.address().port;
  process.stdout.write(JSON.stringify({ url, tokens: first ? { operator: args.join(" ") } : null }, null, 2) + "\\n");
});
`;

interface Started {
  readonly gateway: GatewayProcess;
  readonly steps: readonly DrillStep[];
}

async function started(t: TestContext, source = STAND_IN, startTimeoutMs = 10_000): Promise<Started> {
  const root = scratch(t, { "stand-in.mjs": source });
  const steps: DrillStep[] = [];
  const gateway = await startGateway({
    command: ["node", "stand-in.mjs"],
    root,
    dataFolder: join(root, "data"),
    gatewayFile: "gateway.yaml",
    signal: AbortSignal.timeout(30_000),
    nowMs: () => 1,
    record: (step) => void steps.push(step),
    startTimeoutMs,
  });
  return { gateway, steps };
}

test("it is started with a free port, its data and its file, and without what a test runner sets", async (t) => {
  const { gateway } = await started(t);
  try {
    assert.match(gateway.tokens["operator"] ?? "", /^--json --port 0 --data \S+data --gateway gateway\.yaml$/);
    assert.equal(await (await fetch(gateway.url)).text(), "none");
  } finally {
    await gateway.kill();
  }
});

test("a killed one is gone, and starts again with the tokens that it had", async (t) => {
  const { gateway, steps } = await started(t);
  const [before, tokens] = [gateway.url, gateway.tokens];
  await gateway.kill();
  await assert.rejects(fetch(before));
  await gateway.start();
  try {
    assert.equal((await fetch(gateway.url)).status, 200);
    assert.equal(gateway.tokens, tokens);
    await assert.rejects(gateway.start(), /runs already/);
  } finally {
    await gateway.kill();
  }
  assert.deepEqual(
    steps.map(({ what }) => what),
    ["start", "kill", "start", "kill"],
  );
});

test("a polite stop tells the exit code", async (t) => {
  const { gateway, steps } = await started(t);
  assert.equal(await gateway.stop(), 7);
  assert.equal(steps.at(-1)?.text, "exit 7");
  await gateway.kill();
});

test("one that ends, or says nothing, did not start, and what it wrote is told", async (t) => {
  await assert.rejects(
    started(t, 'console.error("no policy"); process.exit(2)'),
    /it ended with 2: ; it wrote: no policy/,
  );
  await assert.rejects(started(t, "setInterval(() => {}, 1000)", 300), /nothing in 300 ms/);
  await assert.rejects(started(t, 'console.log("{}"); setInterval(() => {}, 1000)', 300), /nothing in 300 ms/);
});
