import type { MetricsRegistry } from "@holdpoint/kit";
import { FAILURE_CLASSES } from "@holdpoint/kit";
import type { Engine } from "../contract/engine.ts";
import { ACTION_STATES, TERMINAL_STATES } from "../contract/state.ts";
import { FollowingCounter } from "./following-counter.ts";

const BREAKER_STATES: readonly string[] = ["closed", "half-open", "open"];

/** Declares what an engine can be asked and returns how to ask it before each scrape. */
export function engineMetrics(registry: MetricsRegistry, engine: Engine, nowMs: () => number): () => void {
  const parts = [
    standing(registry, engine),
    totals(registry, engine),
    actionStates(registry, engine),
    breakerStates(registry, engine, nowMs),
  ];
  return () => {
    for (const collect of parts) collect();
  };
}

function standing(registry: MetricsRegistry, engine: Engine): () => void {
  const gauge = (name: string, help: string): { set(value: number): void } =>
    registry.gauge({ name: `holdpoint_${name}`, help }).bind({});
  const ready = gauge("ready", "1 while work is taken.");
  const frozen = gauge("frozen", "1 while the guardian denies everything.");
  const queue = gauge("queue_depth", "Actions that may run and wait for a place.");
  const running = gauge("running_calls", "Calls of adapters that run.");
  const letters = gauge(
    "dead_letters_open",
    "Dead letters that are no replay themselves and of which no replay succeeded.",
  );
  const size = gauge("ledger_records", "Records in the ledger.");
  const anchored = gauge("ledger_anchored_records", "Records under a checkpoint outside of the store.");
  const generation = gauge("config_generation", "Changes of the settings.");
  return () => {
    const { health } = engine;
    ready.set(health.ready && !health.stopping ? 1 : 0);
    frozen.set(engine.guardian.frozen ? 1 : 0);
    queue.set(health.queueDepth);
    running.set(health.running);
    letters.set(health.openDeadLetters);
    size.set(health.ledgerSize);
    anchored.set(health.anchoredUpTo);
    generation.set(engine.settings.generation);
  };
}

function totals(registry: MetricsRegistry, engine: Engine): () => void {
  const counter = (name: string, help: string): FollowingCounter =>
    new FollowingCounter(registry.counter({ name: `holdpoint_${name}`, help }).bind({}));
  const commits = counter("commit_groups_total", "Durable commits since start.");
  const changes = counter("commit_changes_total", "Changes in those commits.");
  const failures = registry.counter({
    name: "holdpoint_attempt_failures_total",
    help: "Failed attempts since start.",
    labels: ["class"],
  });
  const byClass = FAILURE_CLASSES.map((name) => ({
    name,
    counter: new FollowingCounter(failures.bind({ class: name })),
  }));
  return () => {
    const { health } = engine;
    commits.follow(health.commits);
    changes.follow(health.committedChanges);
    for (const { name, counter } of byClass) counter.follow(health.failures[name]);
  };
}

function actionStates(registry: MetricsRegistry, engine: Engine): () => void {
  const live = registry.gauge({ name: "holdpoint_actions", help: "Actions that have not ended.", labels: ["state"] });
  const ended = registry.counter({
    name: "holdpoint_actions_ended_total",
    help: "Actions that ended since start.",
    labels: ["state"],
  });
  const liveByState = ACTION_STATES.filter((state) => !TERMINAL_STATES.has(state)).map((state) => {
    return { state, series: live.bind({ state }) };
  });
  const endedByState = Array.from(TERMINAL_STATES, (state) => {
    return { state, counter: new FollowingCounter(ended.bind({ state })) };
  });
  return () => {
    const { health } = engine;
    for (const { state, series } of liveByState) series.set(health.liveByState[state]);
    for (const { state, counter } of endedByState) counter.follow(health.ended[state]);
  };
}

function breakerStates(registry: MetricsRegistry, engine: Engine, nowMs: () => number): () => void {
  const gauge = registry.gauge({
    name: "holdpoint_breaker_state",
    help: "1 for the state that the breaker of an adapter is in.",
    labels: ["name", "state"],
  });
  return () => {
    const { breakers } = engine.executor;
    const now = nowMs();
    for (const name of breakers.names()) {
      const current = breakers.view(name, now)?.["state"];
      for (const state of BREAKER_STATES) gauge.bind({ name, state }).set(current === state ? 1 : 0);
    }
  };
}
