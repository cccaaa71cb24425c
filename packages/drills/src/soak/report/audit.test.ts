import assert from "node:assert/strict";
import { test } from "node:test";
import { auditMarkdown, auditOf, changesOf } from "./audit.ts";
import { deltaOf, inputOf, iterationOf, readingOf } from "./testing-report.ts";

const skip = (reason: "cooldown" | "velocity") => deltaOf({ skipped: { reason, text: "" } });

test("what each guard held back is counted by its reason, and is no change", async () => {
  const iteration = iterationOf(1, { proposed: [skip("cooldown"), skip("velocity"), skip("cooldown")] });
  const [audited] = auditOf(await inputOf([iteration])).iterations;
  assert.deepEqual(audited?.skipped, { cooldown: 2, velocity: 1 });
  assert.deepEqual(audited?.changes, []);
});

test("how long an iteration took is the difference of its own clock", async () => {
  const [audited] = auditOf(await inputOf([iterationOf(3, {}, { startedAtMs: 5000, finishedAtMs: 5750 })])).iterations;
  assert.equal(audited?.durationMs, 750);
});

test("a change stands with its own reading; a drift of the same path is not it", () => {
  const drifted = readingOf({ after: 9, verdict: "drifted" });
  const both = iterationOf(1, { proposed: [deltaOf()], readings: [drifted, readingOf()] });
  assert.deepEqual(changesOf(both), [
    { parameter: "pool.size", rule: "slow", from: 2, to: 3, after: 3, verdict: "applied" },
  ]);
  const [change] = changesOf(iterationOf(1, { proposed: [deltaOf()], readings: [drifted] }));
  assert.deepEqual([change?.after, change?.verdict], [null, null]);
});

test("the page has a line an iteration: values or the problem, what changed, what was held back", async () => {
  const told = auditMarkdown(
    auditOf(
      await inputOf([
        iterationOf(1, { proposed: [deltaOf(), skip("velocity")], readings: [readingOf()] }, { phase: "warm-up" }),
        iterationOf(2, { proposed: [deltaOf({ from: null, to: 4 })] }, { values: { p95: null, ratio: 0.851234567 } }),
        iterationOf(3, {}, { problem: { code: "HP-SOAK-LOAD", text: "behind" }, values: { p95: null } }),
      ]),
    ),
  ).split("\n");
  assert.ok(told.includes("| 1 | warm-up | 250 ms | p95 300 | pool.size 2 → 3 | 1 velocity |  |"));
  assert.ok(
    told.includes(
      "| 2 | steady | 250 ms | p95 gap, ratio 0.851235 | pool.size gap → 4 (not read back, is gap) |  |  |",
    ),
  );
  assert.ok(told.includes("| 3 | steady | 250 ms | HP-SOAK-LOAD: behind |  |  |  |"));
});

test("guards stand in the last column, each in its words", async () => {
  const guards = { frozen: ["rebid", "edge"], oscillating: ["pool.size"], latency: "hard", steady: true } as const;
  const witness = { parameter: "pool.size", kpi: "p95", expected: "fall", moved: -12.5, seen: "as-expected" } as const;
  const page = auditMarkdown(auditOf(await inputOf([iterationOf(1, { guards, witness, reverted: true })])));
  const last = page.trimEnd().split("\n").at(-1)?.split(" | ").at(-1);
  assert.equal(
    last,
    "frozen: rebid, edge; to and fro: pool.size; latency hard; steady; set back to last good; " +
      "pool.size made p95 move -12.5 (as-expected) |",
  );
});

test("a latency that nobody knows is not told as one that is fine or bad", async () => {
  for (const latency of ["ok", "unknown"] as const) {
    const guards = { frozen: [], oscillating: [], latency, steady: false };
    assert.doesNotMatch(auditMarkdown(auditOf(await inputOf([iterationOf(1, { guards })]))), /latency/);
  }
});

test("a soak without iterations has a page that says so", async () => {
  assert.match(auditMarkdown(auditOf(await inputOf([]))), /^# Audit: pool\n[^]*No iteration was done\.\n$/);
});

test("what changed besides, and a configuration that could not be written, stand beside the changes", async () => {
  const problem = { code: "HP-TUNING-REFUSED", text: "answered with 409" };
  const audit = auditOf(await inputOf([iterationOf(1, { others: ["cache.size"], problem })]));
  assert.deepEqual([audit.iterations[0]?.others, audit.iterations[0]?.tuningProblem], [["cache.size"], problem]);
  assert.match(auditMarkdown(audit), /\| cache\.size \(no parameter\), HP-TUNING-REFUSED: answered with 409 \|/);
});
