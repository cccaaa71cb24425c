import assert from "node:assert/strict";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { describe, test } from "node:test";
import type { ErrorCode, JsonObject } from "@holdpoint/core";
import { ERRORS } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import { refusedStart, startRealGateway, textIn } from "./fixture/real-gateway.ts";

/** The document is a problem of that code, and the exit code is the one that is registered for it. */
async function assertRefused(
  t: TestContext,
  code: ErrorCode,
  data: string,
  ...args: readonly string[]
): Promise<JsonObject> {
  const [exit, problem] = await refusedStart(t, { data, args });
  const { status, title, exit: registered } = ERRORS[code];
  assert.deepEqual([problem["code"], problem["status"], problem["title"]], [code, status, title]);
  assert.equal(exit, registered);
  assert.ok(exit === 2 || exit === 3);
  assert.ok(textIn(problem, "detail").length > 10 && textIn(problem, "hint").length > 10);
  return problem;
}

const ADAPTERS = "adapters: []\n";
const POLICY = "policy:\n  version: 1\n  rules: []\n";

describe("a gateway that cannot start says why and leaves at once", () => {
  test("the data folder is another's; the other goes on", async (t) => {
    const data = scratch(t);
    const first = await startRealGateway(t, { data });
    await assertRefused(t, "HP-GATEWAY-DATA", data);
    const body = { adapter: "echo", operation: "echo", arguments: { still: "here" } };
    assert.equal((await first.ask("requester", "POST", "/v1/actions", { body })).body["state"], "SUCCEEDED");
    assert.equal(await first.end("SIGKILL"), null);
    const next = await startRealGateway(t, { data, tokens: first.tokens });
    assert.equal(next.hasMadeTokens, false, "a lock does not outlive the process that held it");
    assert.equal(await next.end(), 0);
  });

  test("the port is taken; nothing is left running and the folder can be used", async (t) => {
    const data = scratch(t);
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    t.after(() => server.close());
    const { port } = server.address() as AddressInfo;
    const problem = await assertRefused(t, "HP-GATEWAY-LISTEN", data, "--port", `${port}`);
    assert.equal(problem["retryable"], true);
    const next = await startRealGateway(t, { data });
    assert.equal(await next.end(), 0);
  });

  test("others would reach it and nobody has made tokens", async (t) => {
    const data = scratch(t);
    await assertRefused(t, "HP-GATEWAY-TOKENS-REQUIRED", data, "--host", "0.0.0.0");
    assert.ok(!existsSync(join(data, "tokens.json")), "it makes none of its own for others to guess at");
  });

  test("the policy has an error; the line is named and there is no ledger yet", async (t) => {
    const data = scratch(t);
    const file = join(data, "gateway.yaml");
    const policy = "policy:\n  version: 1\n  rules:\n    - { id: a, then: allow }\n    - { id: b, then: perhaps }\n";
    writeFileSync(file, `version: 1\n${policy}${ADAPTERS}`);
    const problem = await assertRefused(t, "HP-GATEWAY-POLICY", data, "--gateway", file);
    assert.deepEqual([problem["line"], problem["file"]], [6, file]);
    assert.ok(!readdirSync(data).includes("ledger.db"));
  });

  test("the configuration has an error; the line is named", async (t) => {
    const data = scratch(t);
    const file = join(data, "gateway.yaml");
    writeFileSync(file, `version: 1\n${POLICY}${ADAPTERS}lissten: { port: 1 }\n`);
    const problem = await assertRefused(t, "HP-GATEWAY-CONFIG", data, "--gateway", file);
    assert.equal(problem["line"], 6);
    assert.match(textIn(problem, "detail"), /lissten/);
  });

  test("the tokens cannot be read", async (t) => {
    const data = scratch(t);
    writeFileSync(join(data, "tokens.json"), "{");
    const [exit, problem] = await refusedStart(t, { data });
    assert.match(textIn(problem, "code"), /^HP-READ-/);
    assert.ok(exit === 2 || exit === 3);
  });
});
