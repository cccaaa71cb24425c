import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import type { RealAnswer, RealGateway } from "./fixture/real-gateway.ts";
import { startRealGateway, textIn, until } from "./fixture/real-gateway.ts";

const IN_FLIGHT = 50;
/** Less than a connection at rest is kept: whoever was answered must not hold the end up. */
const TIMEOUT_MS = 45_000;

/** One request after another until one gets no answer; what was answered, and that a connection was refused or cut. */
async function keepAsking(
  gateway: RealGateway,
  caller: number,
  answered: Set<number>,
): Promise<readonly [RealAnswer[], boolean]> {
  const answers: RealAnswer[] = [];
  try {
    for (let number = 0; ; number += 1) {
      const body = { adapter: "append", operation: "append", arguments: { caller, number } };
      answers.push(await gateway.ask("requester", "POST", "/v1/actions", { body }));
      answered.add(caller);
    }
  } catch {
    return [answers, true];
  }
}

describe("a gateway that is told to stop while it works", () => {
  test(`loses nothing of ${IN_FLIGHT} requests at once`, { timeout: TIMEOUT_MS }, async (t) => {
    const data = scratch(t);
    const gateway = await startRealGateway(t, { data });
    const answered = new Set<number>();
    const asking = Array.from({ length: IN_FLIGHT }, (_, caller) => keepAsking(gateway, caller, answered));
    await until(
      async () => answered.size,
      (size) => size === IN_FLIGHT,
      "each has been answered once",
    );
    assert.equal(await gateway.end("SIGTERM"), 0);
    const told = await Promise.all(asking);
    assert.ok(told.every(([, isCut]) => isCut));
    const answers = told.flatMap(([one]) => one);
    const taken = answers.filter(({ status }) => status < 300);
    assert.ok(taken.length >= IN_FLIGHT, `${taken.length} were taken`);
    for (const { status, body } of answers.filter((answer) => answer.status >= 300)) {
      assert.deepEqual([status, body["code"]], [503, "HP-GATEWAY-STOPPING"]);
    }

    const again = await startRealGateway(t, { data, tokens: gateway.tokens });
    assert.deepEqual(again.unknown, []);
    for (const { body } of taken) {
      const kept = await again.ask("requester", "GET", `/v1/actions/${textIn(body, "id")}`, {
        headers: { prefer: "wait=5" },
      });
      assert.equal(kept.status, 200);
      if (body["state"] === "SUCCEEDED") assert.deepEqual(kept.body, body, "an answered end is the same");
    }
    const { body: list } = await again.ask("observer", "GET", "/v1/actions?state=UNKNOWN");
    assert.deepEqual(list["items"], []);
    const lines = readFileSync(join(data, "append.jsonl"), "utf8").split("\n").filter(Boolean);
    const effects = lines.map((line) => (JSON.parse(line) as { action: string }).action);
    assert.equal(new Set(effects).size, effects.length, "no effect twice");
    for (const { body } of taken) {
      if (body["state"] === "SUCCEEDED") assert.ok(effects.includes(textIn(body, "id")));
    }
    assert.equal(await again.end(), 0);
  });

  test(
    "lets what runs end, answers who waits, and refuses what comes meanwhile",
    { timeout: TIMEOUT_MS },
    async (t) => {
      const data = scratch(t);
      const gateway = await startRealGateway(t, { data });
      const sleep = { adapter: "sleep", operation: "sleep", arguments: { ms: 3000 } };
      const waiting = gateway.ask("requester", "POST", "/v1/actions", { body: sleep });
      const echo = { adapter: "echo", operation: "echo", arguments: {} };
      assert.equal((await gateway.ask("requester", "POST", "/v1/actions", { body: echo })).status, 200);
      const running = (): Promise<RealAnswer> => gateway.ask("observer", "GET", "/v1/actions?state=RUNNING");
      await until(running, ({ body }) => JSON.stringify(body["items"]).includes('"sleep"'), "it runs");
      const ending = gateway.end("SIGTERM");
      // It is told so in its own time; who gets no connection any more is refused as well.
      const health = (): Promise<RealAnswer | null> => gateway.ask(null, "GET", "/readyz").catch(() => null);
      await until(health, (answer) => answer === null || answer.body["stopping"] === true, "it stops");
      const late = await gateway.ask("requester", "POST", "/v1/actions", { body: echo }).catch(() => null);
      if (late !== null) assert.deepEqual([late.status, late.body["code"]], [503, "HP-GATEWAY-STOPPING"]);
      const ended = await waiting;
      assert.deepEqual([ended.status, ended.body["state"]], [200, "SUCCEEDED"]);
      assert.equal(await ending, 0);
      const again = await startRealGateway(t, { data, tokens: gateway.tokens });
      assert.deepEqual(again.unknown, []);
      const { body } = await again.ask("requester", "GET", `/v1/actions/${textIn(ended.body, "id")}`);
      assert.deepEqual(body, ended.body);
      assert.equal(await again.end("SIGINT"), 0);
    },
  );
});
