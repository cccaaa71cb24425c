import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Gate } from "@holdpoint/core";
import { verifyPath } from "@holdpoint/ledger";
import { scratch, writeFiles } from "@holdpoint/testkit";
import { resolvePolicy } from "../plan/policy.ts";
import { runRelease } from "../release.ts";
import type { RunLedger } from "../run-ledger.ts";
import { CANDIDATE, configOf } from "../testing.ts";
import { writeKeys } from "../testing-governance.ts";
import { CHECK, GATE, NOW_MS, optionsFor } from "../testing-run.ts";
import { ledgerOrigin, openRunLedger } from "./run-ledger.ts";

async function withLedger<T>(root: string, run: string, use: (ledger: RunLedger) => T): Promise<T> {
  let nowMs = NOW_MS;
  const ledger = await openRunLedger({ root, run, candidate: CANDIDATE, nowMs: () => (nowMs += 1) });
  try {
    return use(ledger);
  } finally {
    ledger.close();
  }
}

/** A gate that cannot be judged without an earlier promotion. */
const comparing: Gate = {
  ...GATE,
  checks: [{ ...CHECK, definition: { ...CHECK.definition, baseline: "required" } }],
};
const outcomes = async (root: string): Promise<readonly string[]> => {
  const { judgement } = await runRelease(optionsFor(root, 0, { gates: [comparing] }));
  const [{ outcome, code } = { outcome: "", code: "" }] = judgement.gates[0]?.checks ?? [];
  return [judgement.verdict, outcome, code];
};

test("what is appended is found again, proven and private", async (t) => {
  const root = scratch(t);
  await withLedger(root, "r", (ledger) => {
    assert.equal(ledger.key.isNew, true);
    const before = ledger.head();
    const index = ledger.append([
      { kind: "evidence", run: "r", body: { digest: "sha256:one" } },
      { kind: "evidence", run: "r", body: { digest: "sha256:two" } },
    ]);
    assert.equal(ledger.head().size, before.size + 2);
    assert.notEqual(ledger.head().root, before.root);
    assert.deepEqual(ledger.latest("evidence"), { digest: "sha256:two" });
    assert.equal(ledger.latest("unheard-of"), null);
    assert.match(ledger.proof(index).checkpoint, /^holdpoint\/trial\n/);
    const body = ledger.inspect(["sha256:one", "sha256:three"]);
    assert.deepEqual(body.unrecorded, ["sha256:three"]);
    assert.deepEqual(body.problems, []);
    assert.ok(body.keys.length > 0 && body.keys.every((key) => key.privateToOwner));
    assert.equal(body.lastPromotion, null);
    const keys = Object.entries(ledger.publicKeys());
    assert.equal(keys.length, 1);
    for (const [name, pem] of keys) assert.match(`${name} ${pem}`, /\.pub -----BEGIN PUBLIC KEY-----/);
  });
});

test("the second run keeps the first one's key", async (t) => {
  const root = scratch(t);
  const first = await withLedger(root, "r", ({ key }) => key);
  const second = await withLedger(root, "s", ({ key }) => key);
  assert.deepEqual(second, { ...first, isNew: false });
  assert.equal(ledgerOrigin("a b/c"), "holdpoint/a%20b%2Fc");
});

test("governance is taken in once, by the run that saw it first", async (t) => {
  const root = scratch(t);
  writeKeys(root);
  const size = await withLedger(root, "first", (ledger) => {
    assert.equal(ledger.latest("governance-imported")?.["kind"], "key");
    return ledger.head().size;
  });
  assert.equal(await withLedger(root, "second", (ledger) => ledger.head().size), size);
});

test("without any promotion a first release is allowed in so many words; with one it is compared", async (t) => {
  const root = scratch(t);
  assert.deepEqual(await outcomes(root), ["HOLD", "not-applicable", "first-release"]);
  await runRelease(optionsFor(root, 0));
  assert.deepEqual(await outcomes(root), ["PROMOTE", "pass", "pass"]);
});

test("a promotion that cannot be trusted is not a first release", async (t) => {
  const root = scratch(t);
  writeFiles(root, { "governance/promotions/trial.dsse.json": "{}" });
  const policy = resolvePolicy(configOf(), "release", []);
  await withLedger(root, "r", (ledger) =>
    assert.throws(() => ledger.baseline(policy, "trial", "release"), { code: "HP-GOVERNANCE-INVALID" }),
  );
  assert.deepEqual(await outcomes(root), ["HOLD", "missing", "baseline-missing"]);
});

test("a ledger whose promotion was changed is not a first release, and the run still ends", async (t) => {
  const root = scratch(t);
  await runRelease(optionsFor(root, 0));
  const file = join(root, ".holdpoint", "ledger.db");
  // The same number of bytes, so that only the record itself is harmed.
  const bytes = readFileSync(file);
  let changed = 0;
  for (let at = bytes.indexOf('"promotedAt"'); at >= 0; at = bytes.indexOf('"promotedAt"', at + 1)) {
    bytes.write('"promotedAT"', at);
    changed += 1;
  }
  assert.ok(changed > 0);
  writeFileSync(file, bytes);
  const ended = await outcomes(root);
  assert.deepEqual(ended, ["HOLD", "missing", "baseline-missing"]);
  const { valid, problems } = verifyPath(file, { trusted: [], revocations: [], mode: "when-observed" });
  assert.equal(valid, false);
  assert.ok(problems.length > 0 && existsSync(join(root, ".holdpoint", "runs", "latest")));
});
