import assert from "node:assert/strict";
import { test } from "node:test";
import type { LatencySummary } from "@holdpoint/core";
import { scratch, startFreezingServer } from "@holdpoint/testkit";
import { plan } from "../../../load/flow/testing-plan.ts";
import { arrivalsOf } from "../../../load/schedule/arrivals.ts";
import { drain, phase } from "../../../load/schedule/testing-phases.ts";
import { exactQuantile, fifoResponses } from "../../../load/truth/fifo.ts";
import { runLoad } from "./run-load.ts";

// The experiment of which most load tools say that nothing happened: the server stands still one second in every ten.
const FREEZE_MS = 1000;
const EVERY_MS = 10_000;
const PHASES = [phase({ kind: "constant", ratePerS: 500 }, 20_000)];
const QUANTILES = [
  [0.95, "p95"],
  [0.99, "p99"],
  [0.999, "p999"],
] as const;

/** What the machine held up the sending, it may hold up the answering and the reading too. */
const WAITS = 3;

for (const connections of [10, 600]) {
  test(`a server that freezes is seen as it was over ${connections} connections`, async (t) => {
    const server = await startFreezingServer(FREEZE_MS, EVERY_MS);
    t.after(() => server.stop());
    const load = plan({
      url: server.url,
      phases: PHASES,
      connections,
      warmUpMs: 500,
      timeoutMs: 10_000,
      // Lag is part of the response time: a busy machine must not decide whether there are figures to compare.
      validity: { lagP99Ms: 1000, achievedRatio: 0.99 },
      queueMax: 5000,
    });
    const running = runLoad(load, {
      version: "0",
      folder: scratch(t),
      signal: t.signal,
      nowMs: Date.now,
    });
    // The freezes are put at 5.5 and 15.5 s; the log is begun before the clock.
    server.begin();
    const { body, beganUs } = await running;
    assert.ok(beganUs !== null);
    const { serviceUs, freezes } = await server.log();
    const arrivalsUs = drain(arrivalsOf(PHASES, load.seed, { worker: 0, workers: 1 })).map((atUs) => beganUs + atUs);
    const truth = fifoResponses({ arrivalsUs, serviceUs: serviceUs.slice(-arrivalsUs.length), freezes });

    assert.deepEqual(body.reasons, []);
    assert.deepEqual([body.sent, body.completed], [10_000, 10_000]);
    const { response, service } = body as { response: LatencySummary; service: LatencySummary };
    assert.ok(body.lag !== null);
    const machineMs = WAITS * body.lag.p99;
    const allowedMs = (truthMs: number): number => truthMs * 0.03 + 15 + machineMs;
    t.diagnostic(`allowed: 3 % and 15 ms, and ${machineMs.toFixed(1)} ms for the machine`);
    for (const [q, name] of QUANTILES) {
      const truthMs = exactQuantile(truth, q) / 1000;
      t.diagnostic(
        `${name}: truth ${truthMs.toFixed(1)} ms, response ${response[name]} ms, service ${service[name]} ms`,
      );
      assert.ok(
        Math.abs(response[name] - truthMs) <= allowedMs(truthMs),
        `${name}: ${response[name]} for ${truthMs} ms`,
      );
    }
    // The planted violation: the clock that most tools show must not be within the bound where requests queue here.
    if (connections > 10) return;
    const seen = QUANTILES.filter(([q, name]) => {
      const truthMs = exactQuantile(truth, q) / 1000;
      return Math.abs(service[name] - truthMs) <= allowedMs(truthMs);
    });
    assert.deepEqual(
      seen.map(([, name]) => name).filter((name) => name !== "p999"),
      [],
      "the test cannot fail: service time passed it",
    );
  });
}
