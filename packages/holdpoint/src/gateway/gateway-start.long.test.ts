import assert from "node:assert/strict";
import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createClient } from "@holdpoint/gateway/client";
import { scratch, writeFiles } from "@holdpoint/testkit";

const BIN = fileURLToPath(new URL("../../bin/holdpoint.js", import.meta.url));
const TIMEOUT_MS = 60_000;

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
  readonly tokens: Readonly<Record<string, string>> | null;
  readonly output: { stdout: string; stderr: string };
  /** Signals it and gives its exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

function spawned(t: TestContext, folder: string, args: readonly string[]): Pick<Running, "child" | "output" | "end"> {
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const child = spawn(process.execPath, ["--conditions=holdpoint-source", BIN, "gateway", "start", ...args], {
    cwd: folder,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  t.after(() => child.kill("SIGKILL"));
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output.stderr += chunk.toString()));
  const closed = once(child, "close") as Promise<[number | null]>;
  return {
    child,
    output,
    end: async (signal) => {
      child.kill(signal);
      return (await closed)[0];
    },
  };
}

async function started(t: TestContext, folder: string, ...args: string[]): Promise<Running> {
  const running = spawned(t, folder, ["--json", "--port", "0", "--data", "data", ...args]);
  await until(() => running.output.stdout.endsWith("}\n"), running.output);
  const { url, tokens } = JSON.parse(running.output.stdout) as Running;
  return { ...running, url, tokens };
}

async function until(holds: () => boolean, output: object): Promise<void> {
  for (let waitedMs = 0; !holds() && waitedMs < TIMEOUT_MS / 3; waitedMs += 20) await delay(20);
  assert.ok(holds(), JSON.stringify(output));
}

test("trial: works at once, drains on a signal, keeps its tokens and actions", { timeout: TIMEOUT_MS }, async (t) => {
  const folder = scratch(t);
  const first = await started(t, folder);
  const token = first.tokens?.["requester"] ?? assert.fail("tokens were made");
  const client = createClient({ url: first.url, token });
  const echo = await client.run({ adapter: "echo", operation: "echo", arguments: { a: 1 } });
  assert.deepEqual(echo.result, { a: 1 });
  const slow = await client.submit(
    { adapter: "sleep", operation: "sleep", arguments: { ms: 300 } },
    { waitMs: 0, idempotencyKey: "slow" },
  );
  assert.equal(await first.end("SIGTERM"), 0);
  assert.ok(first.output.stdout.trimEnd().endsWith("}"), "one document and nothing after it");
  assert.doesNotThrow(() => JSON.parse(first.output.stdout));
  const again = await started(t, folder);
  assert.equal(again.tokens, null, "they are not told twice");
  const later = createClient({ url: again.url, token });
  assert.equal((await later.get(echo.id)).state, "SUCCEEDED");
  assert.equal((await later.get(slow.action.id)).state, "SUCCEEDED", "what ran was let to its end");
  assert.equal(await again.end("SIGINT"), 0);
});

test("own configuration: policy and tokens are read again on SIGHUP", { timeout: TIMEOUT_MS }, async (t) => {
  const policy = (then: string): string => `version: 1\nrules:\n  - { id: all, then: ${then} }\n`;
  const folder = scratch(t, {
    "own.js": "export default { add: ({ a, b }) => a + b };\n",
    "policy.yaml": policy("allow"),
    "gateway.yaml": `version: 1
policy: policy.yaml
adapters:
  - name: own
    kind: function
    module: ./own.js
    operations:
      - name: add
        risk: safe
        arguments_schema:
          { type: object, required: [a, b], properties: { a: { type: number }, b: { type: number } } }
`,
  });
  const running = await started(t, folder, "--gateway", "gateway.yaml");
  const client = createClient({ url: running.url, token: running.tokens?.["requester"] ?? "" });
  const sum = { adapter: "own", operation: "add", arguments: { a: 2, b: 3 } };
  assert.equal((await client.run(sum)).result, 5);
  writeFiles(folder, { "policy.yaml": policy("deny") });
  running.child.kill("SIGHUP");
  await until(() => running.output.stderr.includes('"reloaded"'), running.output);
  assert.equal((await client.submit(sum)).action.state, "DENIED");
  writeFiles(folder, { "policy.yaml": policy("perhaps") });
  running.child.kill("SIGHUP");
  await until(() => running.output.stderr.includes('"reload-refused"'), running.output);
  assert.match(running.output.stderr, /HP-GATEWAY-POLICY/);
  assert.equal((await client.submit(sum)).action.state, "DENIED", "what was in force stays");
  assert.equal(await running.end("SIGTERM"), 0);
});

test(
  "refuses: a policy with an error, an address that others reach, a data folder in use",
  { timeout: TIMEOUT_MS },
  async (t) => {
    const folder = scratch(t, {
      "gateway.yaml": "version: 1\npolicy:\n  version: 1\n  rules:\n    - { id: a, then: perhaps }\nadapters: []\n",
    });
    const refusal = async (...args: string[]): Promise<[number | null, string]> => {
      const { child, output } = spawned(t, folder, args);
      const [code] = (await once(child, "close")) as [number | null];
      return [code, output.stderr];
    };
    const [code, told] = await refusal("--gateway", "gateway.yaml", "--port", "0", "--data", join(folder, "other"));
    assert.equal(code, 2);
    assert.match(told, /gateway\.yaml:5:\d+: .*\[HP-GATEWAY-POLICY\]/);
    const [open, why] = await refusal("--host", "0.0.0.0", "--port", "0", "--data", "fresh");
    assert.deepEqual([open, /HP-GATEWAY-TOKENS-REQUIRED/.test(why)], [2, true], why);
    const running = await started(t, folder);
    const [busy, text] = await refusal("--port", "0", "--data", "data");
    assert.deepEqual([busy, /HP-GATEWAY-DATA/.test(text)], [3, true], text);
    const port = new URL(running.url).port;
    const [taken, says] = await refusal("--port", port, "--data", "third");
    assert.deepEqual([taken, /HP-GATEWAY-LISTEN/.test(says)], [2, true], says);
    assert.equal(await running.end("SIGTERM"), 0);
  },
);
