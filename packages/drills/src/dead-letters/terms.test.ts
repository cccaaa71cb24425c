import assert from "node:assert/strict";
import { test } from "node:test";
import { FAILURE_CLASSES } from "@holdpoint/kit";
import { adaptersOf, CAUSES, SETTINGS } from "./terms.ts";

test("every class of failure has a cause, but the breaker's, which comes last", () => {
  const causes = CAUSES.map(({ failureClass }) => failureClass);
  assert.deepEqual([...causes, "circuit_open"].toSorted(), [...FAILURE_CLASSES].toSorted());
});

test("each cause has an adapter of its own, which can be named in a configuration", () => {
  const adapters = adaptersOf({ upstream: "http://up", deaf: "http://deaf" });
  const names = adapters.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
  for (const name of names) assert.match(name, /^[a-z0-9](?:[a-z0-9_.-]{0,62}[a-z0-9])?$/);
  for (const { adapter } of CAUSES) assert.ok(names.includes(adapter), adapter);
});

test("nobody listens where no connection is to be made, and one may not reach its network", () => {
  const adapters = adaptersOf({ upstream: "http://up", deaf: "http://deaf" });
  assert.deepEqual(
    adapters.filter(({ url }) => url === "http://deaf").map(({ name }) => name),
    ["dies-of-connection-bootstrap"],
  );
  assert.deepEqual(
    adapters.filter(({ mayReach }) => mayReach === false).map(({ name }) => name),
    ["dies-of-policy-denied"],
  );
});

test("attempts due are one and the budget that the gateway is given", () => {
  const retry = SETTINGS["retry"] as Readonly<Record<string, number>>;
  for (const { failureClass, attemptsDue } of CAUSES) {
    assert.equal(attemptsDue, 1 + (retry[failureClass] ?? 0), failureClass);
  }
});
