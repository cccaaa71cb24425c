import assert from "node:assert/strict";
import { test } from "node:test";
import type { SoakBody, SoakIteration } from "@holdpoint/core";
import type { SoakFailure } from "./failures.ts";
import { failuresMarkdown, failuresOf } from "./failures.ts";
import { deltaOf, inputOf, iterationOf, kpiResultOf, readingOf } from "./testing-report.ts";

const SOUND = { kpis: { strict: [kpiResultOf()], soft: [kpiResultOf()] } } as const;

async function found(
  iterations: readonly SoakIteration[],
  changes: Partial<SoakBody> = {},
): Promise<readonly SoakFailure[]> {
  return failuresOf(await inputOf(iterations, { ...SOUND, ...changes })).failures;
}

const witness = (seen: "none" | "opposite" | "as-expected" | "unknown", moved: number | null) =>
  ({ parameter: "pool.size", kpi: "p95", expected: "fall", moved, seen }) as const;

test("a sound iteration has none, whatever it held back", async () => {
  const held = deltaOf({ skipped: { reason: "cooldown", text: "" } });
  const seen = [witness("as-expected", -5), witness("unknown", null)];
  for (const one of seen) assert.deepEqual(await found([iterationOf(1, { proposed: [held], witness: one })]), []);
});

test("a run that was cut short says where; one that cannot be replayed says so once", async () => {
  const about = { kpi: "p95", rule: null, parameter: null };
  const difference = { iteration: 2, field: "values", ...about, recorded: "100", replayed: "600" } as const;
  const cut = await found([iterationOf(1)], {
    aborted: "interrupted in iteration 2",
    replay: { agrees: false, iterations: 1, difference },
  });
  assert.deepEqual(
    cut.map(({ kind, iteration, text }) => [kind, iteration, text]),
    [
      ["cut-short", null, "interrupted in iteration 2"],
      ["replay-differs", 2, "iteration 2: the value of p95 is 600, recorded is 100"],
    ],
  );
});

test("each set of bounds fails for itself", async () => {
  const kpis = {
    strict: [kpiResultOf({ outcome: "fail", reason: "is 400" })],
    soft: [kpiResultOf({ outcome: "inconclusive", reason: "one gap" })],
  };
  assert.deepEqual(await found([iterationOf(1)], { kpis }), [
    { kind: "kpi-failed", iteration: null, about: "p95", text: "p95 (strict): is 400" },
    { kind: "kpi-inconclusive", iteration: null, about: "p95", text: "p95 (soft): one gap" },
  ]);
});

test("a change that was clamped, and one that nobody read back, are told with what is there", async () => {
  const clamped = iterationOf(1, {
    proposed: [deltaOf({ to: 6 })],
    readings: [readingOf({ wanted: 6, after: 4, verdict: "clamped" })],
  });
  const unread = iterationOf(2, { proposed: [deltaOf({ from: 4, to: 5 })] });
  const told = (await found([clamped, unread])).filter(({ kind }) => kind === "delta-not-applied");
  assert.deepEqual(
    told.map(({ iteration, text }) => [iteration, text]),
    [
      [1, "pool.size was to be 6 and is 4: clamped"],
      [2, "pool.size was to be 5 and is gap: not read back"],
    ],
  );
});

test("what somebody else changed is drift and no delta of ours", async () => {
  const drifted = readingOf({ path: "edge.width", before: 1, wanted: 1, after: 9, verdict: "drifted" });
  assert.deepEqual(await found([iterationOf(4, { readings: [drifted] })]), [
    {
      kind: "parameter-drifted",
      iteration: 4,
      about: "edge.width",
      text: "edge.width was 1 and is 9; nobody here changed it",
    },
  ]);
});

test("a path that leads nowhere is the run's failure, once, however often it was tried", async () => {
  const miss = deltaOf({ skipped: { reason: "unknown-path", text: "" } });
  const told = await found([1, 2, 3].map((one) => iterationOf(one, { proposed: [miss] })));
  assert.deepEqual(
    told.map(({ kind, iteration, about }) => [kind, iteration, about]),
    [["parameter-missing", null, "pool.size"]],
  );
});

test("a parameter that stays what it is twice is stuck; once it is only not applied", async () => {
  const stay = (one: number): SoakIteration =>
    iterationOf(one, { proposed: [deltaOf()], readings: [readingOf({ after: 2, verdict: "ignored" })] });
  const kindsOf = async (count: number): Promise<string[]> =>
    (await found(Array.from({ length: count }, (_, index) => stay(index + 1)))).map(({ kind }) => kind);
  assert.deepEqual(await kindsOf(1), ["delta-not-applied"]);
  assert.deepEqual(await kindsOf(2), ["parameter-stuck", "delta-not-applied", "delta-not-applied"]);
});

test("a witness that saw nothing, or the opposite, accuses the parameter", async () => {
  const told = await found([
    iterationOf(2, { witness: witness("none", 0) }),
    iterationOf(3, { witness: witness("opposite", 41.5) }),
  ]);
  assert.deepEqual(
    told.map(({ kind, about, text }) => [kind, about, text]),
    [
      ["no-effect", "pool.size", "changing pool.size did not make p95 fall"],
      ["opposite-effect", "pool.size", "after changing pool.size, p95 was to fall and moved by 41.5"],
    ],
  );
});

test("a hard latency and a step back are told; a soft latency is none", async () => {
  const guards = (latency: "soft" | "hard") => ({ frozen: [], oscillating: [], latency, steady: false }) as const;
  assert.deepEqual(await found([iterationOf(1, { guards: guards("soft") })]), []);
  const told = await found([iterationOf(1, { guards: guards("hard"), reverted: true })]);
  assert.deepEqual(
    told.map(({ kind }) => kind),
    ["latency-hard", "set-back"],
  );
});

test("the whole run comes first, then iteration by iteration, in the page as in the data", async () => {
  const problem = { code: "HP-SOAK-TIMEOUT", text: "late" };
  const input = await inputOf([iterationOf(1, { reverted: true }), iterationOf(2, {}, { problem })], {
    ...SOUND,
    aborted: "interrupted in iteration 3",
  });
  const page = failuresMarkdown(failuresOf(input));
  assert.match(page, /\| run \| cut-short [^]*\| 1 \| set-back [^]*\| 2 \| iteration-failed \| late \|\n$/);
});

test("a leaf that changed beside the parameters is a failure unless the plan names it", async () => {
  const input = await inputOf([iterationOf(1, { others: ["cache.size", "generation.at"] })], SOUND);
  const terms = { ...input.body.terms, alongside: ["generation"] };
  const { failures } = failuresOf({ ...input, body: { ...input.body, terms } });
  assert.deepEqual(
    failures.map(({ kind, iteration, about }) => [kind, iteration, about]),
    [["other-changed", 1, "cache.size"]],
  );
});

test("a configuration that could not be written is a failure of the tuning, not of the target", async () => {
  const problem = { code: "HP-TUNING-REFUSED", text: "answered with 409" };
  assert.deepEqual(await found([iterationOf(1, { problem })]), [
    { kind: "tuning-failed", iteration: 1, about: "HP-TUNING-REFUSED", text: "answered with 409" },
  ]);
});
