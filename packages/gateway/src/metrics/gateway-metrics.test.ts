import assert from "node:assert/strict";
import { test } from "node:test";
import { MetricsRegistry } from "@holdpoint/kit";
import { FAILURE_CLASSES } from "@holdpoint/kit";
import { ACTION_STATES, TERMINAL_STATES } from "../contract/state.ts";
import { createTestingEngine } from "../testing-engine.ts";
import { FollowingCounter } from "./following-counter.ts";
import { createGatewayMetrics } from "./gateway-metrics.ts";

const FIGURES = {
  startedAtSeconds: 1_700_000_000.5,
  residentBytes: 4096,
  heapUsedBytes: 1024,
  cpuSeconds: 1.5,
  openDescriptors: 12,
  activeResources: 7,
};

function samples(text: string): Map<string, number> {
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.slice(line.lastIndexOf(" ")))]),
  );
}

test("every figure of the engine is there, by its name", () => {
  const engine = createTestingEngine();
  engine.setHealth({
    queueDepth: 3,
    running: 2,
    openDeadLetters: 7,
    ledgerSize: 41,
    anchoredUpTo: 40,
    commits: 5,
    committedChanges: 19,
  });
  const metrics = createGatewayMetrics(
    engine,
    () => 0,
    () => FIGURES,
  );
  const seen = samples(metrics.page("prometheus").text);
  const expected = {
    holdpoint_ready: 1,
    holdpoint_frozen: 0,
    holdpoint_queue_depth: 3,
    holdpoint_running_calls: 2,
    holdpoint_dead_letters_open: 7,
    holdpoint_ledger_records: 41,
    holdpoint_ledger_anchored_records: 40,
    holdpoint_config_generation: 0,
    holdpoint_commit_groups_total: 5,
    holdpoint_commit_changes_total: 19,
    process_start_time_seconds: 1_700_000_000.5,
    process_resident_memory_bytes: 4096,
    nodejs_heap_size_used_bytes: 1024,
    nodejs_active_resources: 7,
    process_open_fds: 12,
    process_cpu_seconds_total: 1.5,
  };
  for (const [name, value] of Object.entries(expected)) assert.equal(seen.get(name), value, name);
  for (const name of FAILURE_CLASSES) assert.equal(seen.get(`holdpoint_attempt_failures_total{class="${name}"}`), 0);
  for (const state of ACTION_STATES) {
    const family = TERMINAL_STATES.has(state) ? "holdpoint_actions_ended_total" : "holdpoint_actions";
    assert.equal(seen.get(`${family}{state="${state}"}`), 0, state);
  }
});

test("what changes is seen at the next scrape", async () => {
  const engine = createTestingEngine();
  const metrics = createGatewayMetrics(engine, () => 0, null);
  assert.equal(samples(metrics.page("prometheus").text).get('holdpoint_breaker_state{name="fail",state="open"}'), 1);
  engine.executor.breakers.reset("fail", 0);
  engine.setHealth({ commits: 2, ready: false });
  engine.guardian.setFrozen(true);
  const seen = samples(metrics.page("prometheus").text);
  assert.equal(seen.get('holdpoint_breaker_state{name="fail",state="open"}'), 0);
  assert.equal(seen.get('holdpoint_breaker_state{name="fail",state="closed"}'), 1);
  assert.equal(seen.get("holdpoint_commit_groups_total"), 2);
  assert.equal(seen.get("holdpoint_ready"), 0);
  assert.equal(seen.get("holdpoint_frozen"), 1);
  assert.equal(seen.get("process_cpu_seconds_total"), undefined);
});

test("a gateway that stops is not ready", () => {
  const engine = createTestingEngine();
  const metrics = createGatewayMetrics(engine, () => 0, null);
  engine.setHealth({ stopping: true });
  assert.equal(samples(metrics.page("prometheus").text).get("holdpoint_ready"), 0);
});

test("requests are measured by route and class of status", () => {
  const metrics = createGatewayMetrics(createTestingEngine(), () => 0, null);
  for (const [status, seconds] of [
    [200, 0.002],
    [202, 0.2],
    [404, 0.001],
  ] as const) {
    metrics.observeRequest("submitAction", status, seconds, null);
  }
  const seen = samples(metrics.page("prometheus").text);
  assert.equal(seen.get('holdpoint_http_request_seconds_count{route="submitAction",status="2xx"}'), 2);
  assert.equal(seen.get('holdpoint_http_request_seconds_bucket{route="submitAction",status="2xx",le="0.0025"}'), 1);
  assert.equal(seen.get('holdpoint_http_request_seconds_sum{route="submitAction",status="4xx"}'), 0.001);
});

test("a counter follows a total, also one that began anew", () => {
  const registry = new MetricsRegistry();
  const counter = new FollowingCounter(registry.counter({ name: "x_total", help: "X." }).bind({}));
  const value = (): number | undefined => samples(registry.render()).get("x_total");
  for (const total of [0, 5, 5, 8]) counter.follow(total);
  assert.equal(value(), 8);
  counter.follow(2);
  assert.equal(value(), 10);
});
