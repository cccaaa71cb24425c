import assert from "node:assert/strict";
import { test } from "node:test";
import type { FailureClass } from "@holdpoint/kit";
import { FAILURE_CLASSES } from "@holdpoint/kit";
import type { AdapterOutcome, BreakerTransition } from "../contract/adapter.ts";
import { failure } from "./failure.ts";
import type { Bench } from "./testing-executor.ts";
import { admitted, benchOf, runOn, scripted, settingsOf } from "./testing-executor.ts";

/** A bench whose adapter answers what `mood` says. */
function moody(settings = settingsOf()): { readonly bench: Bench; mood: FailureClass | "well" } {
  const self: { bench: Bench; mood: FailureClass | "well" } = {
    mood: "well",
    bench: benchOf(
      [
        scripted("echo", async (): Promise<AdapterOutcome> => {
          if (self.mood === "well") return { ok: true, result: null };
          return failure({ failureClass: self.mood, sent: true, message: "as told" });
        }),
      ],
      settings,
    ),
  };
  return self;
}

async function run(bench: Bench, times: number): Promise<void> {
  for (let count = 0; count < times; count += 1) await runOn(bench, "echo");
}

function stateOf({ executor, clock }: Bench): unknown {
  return executor.breakers.view("echo", clock.nowMs)?.["state"];
}

test("status-error answers count as failures (ancestors' row 8: eight of them left the breaker closed)", async () => {
  const self = moody();
  self.mood = "execution_error";
  await run(self.bench, 5);
  assert.equal(stateOf(self.bench), "open");
  const admission = self.bench.executor.admit("echo", self.bench.clock.nowMs);
  assert.deepEqual(admission, { kind: "open", retryAfterMs: 100 });
});

test("the breaker recovers by itself (ancestors' row 8: two healthy seconds after 0.1 s it was still open)", async () => {
  const self = moody();
  const { bench } = self;
  self.mood = "timeout";
  await run(bench, 5);
  self.mood = "well";
  await bench.clock.pass(99);
  assert.equal(bench.executor.admit("echo", bench.clock.nowMs).kind, "open");
  await bench.clock.pass(1);
  await run(bench, 1);
  assert.equal(stateOf(bench), "closed");
});

test("half-open lets one probe through, and a bad one opens it again", async () => {
  const self = moody();
  const { bench } = self;
  self.mood = "unknown";
  await run(bench, 5);
  await bench.clock.pass(100);
  const probe = admitted(bench, "echo");
  for (let count = 0; count < 1000; count += 1)
    assert.equal(bench.executor.admit("echo", bench.clock.nowMs).kind, "open");
  bench.executor.release(probe);
  await run(bench, 1);
  assert.equal(stateOf(bench), "open");
});

test("which classes count: those that say something of the other side's health", async () => {
  const opening = new Set<FailureClass>();
  for (const failureClass of FAILURE_CLASSES) {
    const self = moody();
    self.mood = failureClass;
    await run(self.bench, 5);
    if (stateOf(self.bench) === "open") opening.add(failureClass);
    else assert.equal(self.bench.executor.breakers.view("echo", self.bench.clock.nowMs)?.["calls"], 0, failureClass);
  }
  assert.deepEqual([...opening].sort(), [
    "backpressure",
    "connection_bootstrap",
    "execution_error",
    "timeout",
    "unknown",
  ]);
});

test("slow calls count, though they succeed", async () => {
  const bench = benchOf([
    scripted("echo", () => {
      bench.clock.nowMs += 500;
      return Promise.resolve({ ok: true, result: null });
    }),
  ]);
  await run(bench, 5);
  assert.equal(stateOf(bench), "open");
});

test("busy leaves the breaker as it is", async () => {
  const settings = settingsOf({ executor: { concurrency: 3, per_adapter_concurrency: 2 } });
  const bench = benchOf(
    ["a", "b"].map((name) => scripted(name, async () => ({ ok: true, result: null }))),
    settings,
  );
  const tickets = [admitted(bench, "a"), admitted(bench, "a")];
  for (let count = 0; count < 10; count += 1)
    assert.deepEqual(bench.executor.admit("a", bench.clock.nowMs), { kind: "busy" });
  tickets.push(admitted(bench, "b"));
  assert.deepEqual(bench.executor.admit("b", bench.clock.nowMs), { kind: "busy" });
  assert.equal(bench.executor.figures.running, 3);
  for (const ticket of tickets) bench.executor.release(ticket);
  assert.equal(bench.executor.figures.running, 0);
  assert.deepEqual(bench.executor.breakers.view("a", bench.clock.nowMs)?.["state"], "closed");
  assert.equal(bench.executor.admit("b", bench.clock.nowMs).kind, "admitted");
});

test("a half-open breaker whose probe finds no place is probed by the next", async () => {
  const settings = settingsOf({ executor: { concurrency: 1 } });
  const bench = benchOf(
    ["a", "b"].map((name) =>
      scripted(name, async () => failure({ failureClass: "timeout", sent: true, message: name })),
    ),
    settings,
  );
  for (let count = 0; count < 5; count += 1) await runOn(bench, "a");
  await bench.clock.pass(100);
  const other = admitted(bench, "b");
  assert.equal(bench.executor.admit("a", bench.clock.nowMs).kind, "busy");
  bench.executor.release(other);
  assert.equal(bench.executor.admit("a", bench.clock.nowMs).kind, "admitted");
});

test("an adapter that is not there is an open circuit", () => {
  const { executor, clock } = benchOf([]);
  assert.equal(executor.admit("gone", clock.nowMs).kind, "open");
});

test("changed settings count at once", async () => {
  const self = moody();
  const { bench } = self;
  const { view } = bench;
  view.current = settingsOf({
    executor: { per_adapter_concurrency: 1 },
    breaker: { minimum_calls: 2, window_calls: 2 },
  });
  view.generation += 1;
  const ticket = admitted(bench, "echo");
  assert.equal(bench.executor.admit("echo", bench.clock.nowMs).kind, "busy");
  bench.executor.release(ticket);
  self.mood = "backpressure";
  await run(bench, 2);
  assert.equal(stateOf(bench), "open");
});

test("a minimum that the window cannot hold still lets it open", async () => {
  const self = moody(settingsOf({ breaker: { window_calls: 3, minimum_calls: 20 } }));
  self.mood = "timeout";
  await run(self.bench, 3);
  assert.equal(stateOf(self.bench), "open");
});

test("states outlive the executor: an open breaker is open after a restart, an unreadable one too", async () => {
  const self = moody();
  self.mood = "timeout";
  await run(self.bench, 5);
  const snapshots = JSON.parse(JSON.stringify(self.bench.executor.breakers.snapshots())) as Record<string, never>;
  const fresh = moody().bench;
  fresh.executor.breakers.restore({ ...snapshots, gone: snapshots["echo"] as never }, fresh.clock.nowMs);
  assert.equal(fresh.executor.admit("echo", fresh.clock.nowMs).kind, "open");
  assert.deepEqual(fresh.executor.breakers.names(), ["echo"]);
  await fresh.clock.pass(100);
  await run(fresh, 1);
  assert.equal(stateOf(fresh), "closed");
  fresh.executor.breakers.restore({ echo: { schema: "no such" } }, fresh.clock.nowMs);
  assert.equal(stateOf(fresh), "open");
});

test("transitions are told in order, and a listener that throws harms nothing", async () => {
  const self = moody();
  const { bench } = self;
  const told: BreakerTransition[] = [];
  bench.executor.breakers.onTransition(() => assert.fail("a listener that fails"));
  bench.executor.breakers.onTransition((change) => void told.push(change));
  self.mood = "timeout";
  await run(bench, 5);
  await bench.clock.pass(100);
  self.mood = "well";
  await run(bench, 1);
  assert.deepEqual(
    told.map(({ name, to, reason }) => [name, to, reason]),
    [
      ["echo", "open", "failure-rate"],
      ["echo", "half-open", "open-time-over"],
      ["echo", "closed", "probes-succeeded"],
    ],
  );
});

test("reset closes it; metrics tell of the last calls; of unknown names there is nothing", async () => {
  const self = moody();
  const { executor, clock } = self.bench;
  self.mood = "timeout";
  await run(self.bench, 5);
  assert.equal(executor.breakers.reset("echo", clock.nowMs), true);
  assert.equal(stateOf(self.bench), "closed");
  const { calls, transitions } = executor.breakers.metrics("echo", 3) ?? assert.fail("no metrics");
  assert.deepEqual([(calls as unknown[]).length, (transitions as unknown[]).length], [3, 2]);
  assert.equal(executor.breakers.reset("gone", clock.nowMs), false);
  assert.deepEqual([executor.breakers.view("gone", 0), executor.breakers.metrics("gone", 1)], [null, null]);
});
