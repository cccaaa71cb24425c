import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "@holdpoint/core";
import type { RunOptions } from "../options.ts";
import { resolvePolicy } from "../plan/policy.ts";
import type { NewRecord, RunLedger } from "../run-ledger.ts";
import { configOf } from "../testing.ts";
import { dueSelftest } from "./due-selftest.ts";

const AGE_MAX_MS = 3_600_000;

function world(): {
  options: RunOptions;
  ledger: RunLedger;
  records: NewRecord[];
  clock: { nowMs: number };
  runs: () => number;
} {
  const clock = { nowMs: 1_000_000 };
  const records: NewRecord[] = [];
  let runs = 0;
  const livePlants = async (): Promise<[]> => {
    runs += 1;
    return [];
  };
  const options = {
    gates: [],
    livePlants,
    nowMs: () => clock.nowMs,
    signal: new AbortController().signal,
  } as unknown as RunOptions;
  const ledger = {
    latest: (kind: string): JsonObject | null => records.findLast((record) => record.kind === kind)?.body ?? null,
    append: (group: readonly NewRecord[]): number => records.push(...group),
  } as unknown as RunLedger;
  return { options, ledger, records, clock, runs: () => runs };
}
const plan = { run: "r", policy: resolvePolicy(configOf(), "release", []) };

test("a selftest of the same code is not run again while it is fresh", async () => {
  const { options, ledger, runs, clock } = world();
  const first = await dueSelftest(options, plan, ledger);
  clock.nowMs += AGE_MAX_MS / 2 - 1;
  const second = await dueSelftest(options, plan, ledger);
  assert.equal(runs(), 1);
  assert.deepEqual(second, first);
  clock.nowMs += 1;
  await dueSelftest(options, plan, ledger);
  assert.equal(runs(), 2);
});

test("one of other code is run again", async () => {
  const { options, ledger, runs, records } = world();
  await dueSelftest(options, plan, ledger);
  const [record] = records;
  assert.ok(record);
  const body = record.body["body"] as JsonObject;
  records[0] = { ...record, body: { ...record.body, body: { ...body, codeDigest: "sha256:other" } } };
  await dueSelftest(options, plan, ledger);
  assert.equal(runs(), 2);
});

test("one that ends in the future, or is no selftest, is run again", async () => {
  const { options, ledger, runs, records, clock } = world();
  await dueSelftest(options, plan, ledger);
  const [record] = records;
  assert.ok(record);
  clock.nowMs -= 1;
  await dueSelftest(options, plan, ledger);
  assert.equal(runs(), 2, "the clock was set back");
  for (const body of [{}, { body: {} }, { ...record.body, finishedAtMs: "soon" }]) {
    records.splice(0, records.length, { ...record, body });
    const before = runs();
    await dueSelftest(options, plan, ledger);
    assert.equal(runs(), before + 1);
  }
});

test("one that planted nothing for a gate of this profile is run again, for the gates that are planned", async () => {
  const { options, ledger, records } = world();
  const asked: (readonly string[])[] = [];
  const livePlants: RunOptions["livePlants"] = async (_signal, gates) => {
    asked.push(gates);
    return [];
  };
  const wider = { ...plan.policy, gates: [...plan.policy.gates, { id: "more", blocking: true, params: {} }] };
  await dueSelftest({ ...options, livePlants }, plan, ledger);
  await dueSelftest({ ...options, livePlants }, { ...plan, policy: wider }, ledger);
  // What was planted for more gates serves for fewer.
  await dueSelftest({ ...options, livePlants }, plan, ledger);
  assert.deepEqual(
    asked.map((gates) => gates.includes("more")),
    [false, true],
  );
  assert.equal(records.length, 2);
});
