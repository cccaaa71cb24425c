import assert from "node:assert/strict";
import { test } from "node:test";
import { interruption, SAME_INTERRUPTION_MAX_MS } from "./interruption.ts";

test("the first interruption aborts and does not kill", () => {
  let kills = 0;
  const { signal, interrupt } = interruption(() => (kills += 1));
  assert.equal(signal.aborted, false);
  interrupt(5);
  assert.equal(signal.aborted, true);
  assert.equal(kills, 0);
});

test("the same key press, forwarded by parents, does not count twice", () => {
  let kills = 0;
  const { interrupt } = interruption(() => (kills += 1));
  interrupt(0);
  interrupt(1);
  interrupt(SAME_INTERRUPTION_MAX_MS);
  assert.equal(kills, 0);
});

test("a later interruption kills", () => {
  let kills = 0;
  const { interrupt } = interruption(() => (kills += 1));
  interrupt(0);
  interrupt(SAME_INTERRUPTION_MAX_MS + 1);
  assert.equal(kills, 1);
});
