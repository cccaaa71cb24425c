import assert from "node:assert/strict";
import { test } from "node:test";
import { drillContext } from "../testing-drill.ts";
import { runGatewayLive } from "./run-gateway-live.ts";

test("everything that a real gateway offers is asked, and everything that it must refuse", async () => {
  const { context, steps } = drillContext();
  const body = await runGatewayLive(context);
  assert.ok(body.operations.length >= 26);
  for (const operation of body.operations) {
    const calls = body.calls.filter((call) => call.operation === operation);
    assert.ok(
      calls.some(({ expected }) => expected === "success"),
      `${operation} is granted`,
    );
    assert.ok(
      calls.some(({ expected }) => expected === "refusal"),
      `${operation} is refused`,
    );
  }
  for (const { operation, purpose, expected, status } of body.calls) {
    assert.equal(status < 300, expected === "success", `${operation}, ${purpose}: ${status}`);
  }
  assert.equal(body.ends.length, 11);
  for (const end of body.ends) {
    const state = end.wanted.split(">").at(-1);
    assert.deepEqual([end.answered, end.listed, end.recorded], [state, state, state], end.wanted);
    assert.equal(end.terminalReceipts, 1, end.wanted);
    assert.equal(end.deadLetters, state === "DEAD" ? 1 : 0, end.wanted);
    assert.equal(end.proof.computedRoot, end.proof.checkpointRoot, end.wanted);
    assert.equal(end.proof.signed, true, end.wanted);
    assert.match(end.proof.checkpointRoot, /^[A-Za-z0-9+/]{43}=$/);
  }
  const [correlation] = body.correlations;
  assert.deepEqual(
    correlation?.found.map(({ place }) => place),
    ["answer", "action", "trail", "downstream", "dead-letter"],
  );
  for (const { place, correlation: id, trace } of correlation.found) {
    assert.deepEqual([id, trace], [correlation.sent, correlation.trace], place);
  }
  const [key] = body.keys;
  assert.deepEqual([key?.submissions, key?.actions, key?.effects, key?.otherBodyStatus], [5, 1, 1, 409]);
  const [stream] = body.streams;
  assert.ok(stream?.acknowledged === true && stream.correlated);
  assert.ok(stream.missed.length > 0);
  assert.deepEqual(stream.resent, stream.missed);
  assert.equal(stream.states.at(-1), "SUCCEEDED");
  for (const { path, status, problems } of body.probes) assert.deepEqual([status, problems], [200, []], path);
  assert.equal(body.counters.length, 7);
  for (const { name, counted, told } of body.counters) assert.equal(told, counted, name);
  const [restart] = body.restarts;
  assert.ok(restart !== undefined && restart.compared > 20);
  assert.deepEqual([restart.differing, restart.effectsAfter], [[], restart.effectsBefore]);
  assert.ok(!JSON.stringify(steps).includes("hp_"), "no token is recorded");
});
