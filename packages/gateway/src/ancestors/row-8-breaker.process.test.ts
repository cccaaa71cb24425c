import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import type { JsonObject } from "@holdpoint/core";
import type { TestingGateway } from "../testing-gateway.ts";
import { caller, openTestingGateway, submission } from "../testing-gateway.ts";
import { counted, DONE, failing } from "./fixture/effects.ts";
import { liveGateway, otherSide } from "./fixture/live-gateway.ts";

const OPEN_MS = 1000;
const settings: JsonObject = {
  breaker: { window_calls: 8, minimum_calls: 4, failure_rate_percent: 50, open_ms: OPEN_MS },
  retry: { base_ms: 1, cap_ms: 1, execution_error: 0 },
};

async function end(gateway: TestingGateway): Promise<string> {
  const { action } = await gateway.engine.submit(submission("effect"), caller());
  const { state, error } = await gateway.engine.settled(action.id, 5000);
  return error === null ? state : `${state} ${error.code}`;
}

function breakerKinds(gateway: TestingGateway): string[] {
  const { store } = gateway.writer.store.opened;
  const records = [...store.records(0, store.lastCheckpoint()?.size ?? 0)];
  return records
    .filter(({ kind }) => kind.startsWith("breaker"))
    .map(({ kind, bytes }) => {
      const { to } = (JSON.parse(Buffer.from(bytes ?? []).toString("utf8")) as { body: { to?: string } }).body;
      return `${kind} ${to ?? ""}`.trim();
    });
}

describe("row 8, the breaker never recovers: OPEN was refused before the breaker could go half-open", () => {
  test("it recovers by itself, from the fault to the first natural success, without any reset", async (t) => {
    let nowMs = 1_000_000;
    const effect = counted("effect", { idempotent: true });
    effect.answers = () => failing("execution_error", true);
    const gateway = await openTestingGateway({ folder: scratch(t), adapters: [effect], settings, nowMs: () => nowMs });
    for (let count = 0; count < 4; count += 1) assert.equal(await end(gateway), "DEAD HP-ACTION-EXECUTION");
    assert.equal(await end(gateway), "DEAD HP-ACTION-CIRCUIT-OPEN");
    assert.equal(effect.calls.length, 4, "nothing was sent while it was open");
    effect.answers = () => DONE;
    nowMs += OPEN_MS;
    assert.equal(await end(gateway), "SUCCEEDED", "the other side is well and the time is over");
    assert.equal(await end(gateway), "SUCCEEDED");
    const kinds = breakerKinds(gateway);
    await gateway.engine.close(1000);
    assert.deepEqual(kinds.slice(0, 3), ["breaker open", "breaker half-open", "breaker closed"]);
    assert.ok(!kinds.some((kind) => kind.startsWith("breaker-reset")));
  });

  test("a probe that fails opens it again, and only one probe goes through", async (t) => {
    let nowMs = 1_000_000;
    const effect = counted("effect", { idempotent: true });
    effect.answers = () => failing("execution_error", true);
    const gateway = await openTestingGateway({ folder: scratch(t), adapters: [effect], settings, nowMs: () => nowMs });
    for (let count = 0; count < 4; count += 1) await end(gateway);
    nowMs += OPEN_MS;
    const ends = await Promise.all([end(gateway), end(gateway), end(gateway)]);
    await gateway.engine.close(1000);
    assert.equal(effect.calls.length, 5, "one probe");
    assert.equal(ends.filter((one) => one === "DEAD HP-ACTION-EXECUTION").length, 1);
    assert.equal(ends.filter((one) => one === "DEAD HP-ACTION-CIRCUIT-OPEN").length, 2);
  });

  test("a restart neither closes it nor keeps it open for ever", async (t) => {
    let nowMs = 1_000_000;
    const folder = scratch(t);
    const effect = counted("effect", { idempotent: true });
    effect.answers = () => failing("execution_error", true);
    const before = await openTestingGateway({ folder, adapters: [effect], settings, nowMs: () => nowMs });
    for (let count = 0; count < 4; count += 1) await end(before);
    assert.equal(await end(before), "DEAD HP-ACTION-CIRCUIT-OPEN");
    before.crash();
    effect.answers = () => DONE;
    const after = await openTestingGateway({ folder, adapters: [effect], settings, nowMs: () => nowMs });
    assert.equal(await end(after), "DEAD HP-ACTION-CIRCUIT-OPEN");
    nowMs += OPEN_MS;
    assert.equal(await end(after), "SUCCEEDED");
    await after.engine.close(1000);
  });
});

test("row 8, status-error answers count as success: eight answers 500 left it closed", async (t) => {
  const side = await otherSide(() => ({ status: 500, body: {} }));
  const gateway = await liveGateway(scratch(t), side.url, { settings });
  const codes: (string | undefined)[] = [];
  for (let count = 0; count < 8; count += 1) codes.push((await gateway.submit("risky", { n: count })).body.error?.code);
  const breakers = await gateway.ask("operator", "GET", "/v1/breakers");
  await gateway.started.close();
  await side.close();
  assert.equal(codes[0], "HP-ACTION-EXECUTION");
  assert.equal(codes.at(-1), "HP-ACTION-CIRCUIT-OPEN");
  assert.equal(side.received.length, 4, "the fourth error opened it");
  assert.match(JSON.stringify(breakers.body), /"open"/);
});
