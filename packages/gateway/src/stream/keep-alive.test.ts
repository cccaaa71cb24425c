import assert from "node:assert/strict";
import { test } from "node:test";
import { keepAlive } from "./keep-alive.ts";

/** A peer and a clock that are moved by hand. */
function scene(): {
  readonly events: string[];
  pong: () => void;
  tick: () => void;
  readonly stop: () => void;
} {
  const events: string[] = [];
  let pong = (): void => assert.fail();
  let task: (() => void) | null = null;
  const peer = {
    on: (_: "pong", listener: () => void) => (pong = listener),
    ping: () => events.push("ping"),
    terminate: () => events.push("terminate"),
  };
  const timers = {
    set: (next: () => void) => {
      task = next;
      return next;
    },
    clear: (timer: unknown) => {
      if (timer === task) task = null;
    },
  };
  const stop = keepAlive(peer, 1000, timers);
  return { events, pong: () => pong(), tick: () => task?.(), stop };
}

test("a peer that answers each ping is kept", () => {
  const { events, pong, tick } = scene();
  for (let round = 0; round < 3; round += 1) {
    tick();
    pong();
  }
  assert.deepEqual(events, ["ping", "ping", "ping"]);
});

test("one that did not answer the last ping is cut off", () => {
  const { events, pong, tick } = scene();
  tick();
  pong();
  tick();
  tick();
  assert.deepEqual(events, ["ping", "ping", "terminate"]);
});

test("after the end nobody is pinged", () => {
  const { events, tick, stop } = scene();
  tick();
  stop();
  tick();
  assert.deepEqual(events, ["ping"]);
});
