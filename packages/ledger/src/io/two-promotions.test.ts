import assert from "node:assert/strict";
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { test } from "node:test";
import type { Candidate } from "@holdpoint/core";
import { isHoldpointError, sha256Hex } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import { findBaseline } from "../governance/find-baseline.ts";
import { GOVERNANCE_RECORD_KIND, importGovernance } from "../governance/import-governance.ts";
import { promotionId, promotionTexts } from "../governance/publish-promotion.ts";
import { governanceKey, signGovernance } from "../governance/sign-record.ts";
import { makeSigner } from "../keys/signer.ts";
import { CANDIDATE, NOW_MS, ticking } from "../testing.ts";
import { playRun } from "../testing-run.ts";
import { governanceFile, readGovernance, writeGovernance } from "./governance-files.ts";
import type { OpenedLedger } from "./open-ledger.ts";
import { openLedger } from "./open-ledger.ts";
import { verifyPath } from "./verify-path.ts";

const QUERY = { service: "trial", environment: "release" };

/** A clone of the repository: its own `.holdpoint`, the committed `governance`. */
interface Clone {
  readonly root: string;
  readonly governance: string;
  readonly opened: OpenedLedger;
}

function clone(context: TestContext, from?: Clone): Clone {
  const root = scratch(context);
  const governance = join(root, "governance");
  if (from !== undefined) cpSync(from.governance, governance, { recursive: true });
  const opened = openLedger({ folder: join(root, ".holdpoint"), origin: "holdpoint/trial", nowMs: ticking() });
  context.after(() => opened.ledger.close());
  return { root, governance, opened };
}

function publish({ governance, opened }: Clone): string[] {
  return promotionTexts(opened.ledger, QUERY, NOW_MS).map(({ kind, id, text }) =>
    writeGovernance(governance, kind, id, text),
  );
}

const at = (days: number): { judgedAt: string; candidate: Candidate } => ({
  judgedAt: new Date(NOW_MS + days * 86_400_000).toISOString(),
  candidate: { ...CANDIDATE, commit: String(days).repeat(40) },
});

function baselineOf({ governance, opened }: Clone): ReturnType<typeof findBaseline> {
  return findBaseline("last-promoted", QUERY, opened.ledger, readGovernance(governance));
}

test("the second promotion, in a fresh clone with an empty ledger, knows the first", (context) => {
  const first = clone(context);
  assert.equal(baselineOf(first), null);
  const promoted = playRun(first.opened.ledger, "run-1", at(1));
  assert.deepEqual(
    publish(first).map((file) => file.split("/")[0]),
    ["keys", "promotions"],
  );

  const second = clone(context, first);
  assert.notEqual(second.opened.key.fingerprint, first.opened.key.fingerprint);
  const governance = readGovernance(second.governance);
  assert.deepEqual(governance.problems, []);
  assert.equal(importGovernance(second.opened.ledger, governance, "run-2"), 2);
  assert.equal(importGovernance(second.opened.ledger, governance, "run-2"), 0, "a file is imported once");
  assert.equal(second.opened.ledger.find({ kind: GOVERNANCE_RECORD_KIND, order: "oldest-first", limit: 9 }).length, 2);
  const baseline = baselineOf(second);
  assert.equal(baseline?.verdict, `sha256:${sha256Hex(promoted.files["verdict.dsse.json"] ?? "")}`);
  assert.equal(baseline.candidate.commit, "1".repeat(40));
  assert.deepEqual(baseline.facts, { tests: { passed: ["one", "two"] } });

  playRun(second.opened.ledger, "run-2", at(2));
  publish(second);
  assert.equal(baselineOf(second)?.candidate.commit, "2".repeat(40));
  const third = clone(context, second);
  assert.equal(baselineOf(third)?.candidate.commit, "2".repeat(40), "the later promotion wins");
  assert.equal(readGovernance(third.governance).keys.length, 2, "the first ledger's key is still trusted");
});

test("a clone that is behind does not go back in time", (context) => {
  const first = clone(context);
  playRun(first.opened.ledger, "run-1", at(1));
  publish(first);
  playRun(first.opened.ledger, "run-2", at(2));
  assert.equal(baselineOf(first)?.candidate.commit, "2".repeat(40));
  const behind = clone(context, first);
  assert.equal(baselineOf(behind)?.candidate.commit, "1".repeat(40));
});

test("a HOLD, another profile, another service or environment is no baseline", (context) => {
  const one = clone(context);
  playRun(one.opened.ledger, "hold", { ...at(5), verdict: "HOLD" });
  playRun(one.opened.ledger, "nightly", { ...at(5), profile: "nightly" });
  playRun(one.opened.ledger, "staging", {
    judgedAt: at(5).judgedAt,
    candidate: { ...CANDIDATE, environment: "staging" },
  });
  playRun(one.opened.ledger, "other", { judgedAt: at(5).judgedAt, candidate: { ...CANDIDATE, service: "other" } });
  assert.equal(baselineOf(one), null);
  playRun(one.opened.ledger, "good", at(1));
  assert.equal(baselineOf(one)?.candidate.commit, "1".repeat(40));
});

test("a promotion that does not verify is never forgotten, it stops the run", (context) => {
  const first = clone(context);
  playRun(first.opened.ledger, "run-1", at(1));
  const [keyFile = "", promotionFile = ""] = publish(first);
  const stops = (harm: (folder: string) => void): void => {
    const second = clone(context, first);
    harm(second.governance);
    assert.throws(
      () => baselineOf(second),
      (thrown) => isHoldpointError(thrown) && thrown.code === "HP-GOVERNANCE-INVALID",
    );
  };
  stops((folder) => writeFileSync(join(folder, promotionFile), "{}"));
  stops((folder) => writeFileSync(join(folder, promotionFile), ""));
  stops((folder) => rmSync(join(folder, keyFile)));
  stops((folder) => writeFileSync(join(folder, keyFile), "rubbish"));
  stops((folder) => {
    const text = readFileSync(join(folder, promotionFile), "utf8");
    writeFileSync(
      join(folder, promotionFile),
      text.replace(/"sig":"(.)/, (_, letter) => `"sig":"${letter === "A" ? "B" : "A"}`),
    );
  });
});

test("a pin is found by its name, and must be of the same service", (context) => {
  const one = clone(context);
  playRun(one.opened.ledger, "run-1", at(1));
  const baseline = baselineOf(one) ?? assert.fail();
  const { signer } = makeSigner();
  const createdAt = "2026-01-02T00:00:00Z";
  writeGovernance(
    one.governance,
    "key",
    "ana",
    signGovernance("key", governanceKey(signer, { id: "ana", owner: "Ana", use: "person", createdAt }), [signer]),
  );
  const pin = {
    schema: "holdpoint/pin/v1",
    id: "good",
    owner: "Ana",
    reason: "known good",
    createdAt,
    baseline,
  } as const;
  writeGovernance(one.governance, "pin", "good", signGovernance("pin", pin, [signer]));
  const find = (choice: Parameters<typeof findBaseline>[0], query = QUERY): ReturnType<typeof findBaseline> =>
    findBaseline(choice, query, one.opened.ledger, readGovernance(one.governance));
  assert.deepEqual(find("pinned:good"), { ...baseline, choice: "pinned:good" });
  assert.equal(find("pinned:none"), null);
  assert.throws(() => find("pinned:good", { ...QUERY, environment: "staging" }), /pin "good" is of trial in release/);
  assert.equal(find("window:5")?.verdict, baseline.verdict);
});

test("without a promotion there is nothing to publish", (context) => {
  const { opened } = clone(context);
  assert.throws(
    () => promotionTexts(opened.ledger, QUERY, NOW_MS),
    (thrown) => isHoldpointError(thrown) && thrown.code === "HP-RUN-UNKNOWN",
  );
});

test("names of governance files stay in their folder", () => {
  assert.equal(promotionId(QUERY), "trial");
  assert.equal(promotionId({ service: "trial", environment: "staging" }), "trial.staging");
  assert.equal(governanceFile("promotion", "../../etc/x"), "promotions/__.._etc_x.dsse.json");
  assert.equal(governanceFile("key", "ana"), "keys/ana.json");
});

test("both ledgers still verify, each under its own key", (context) => {
  const first = clone(context);
  playRun(first.opened.ledger, "run-1", at(1));
  publish(first);
  const second = clone(context, first);
  importGovernance(second.opened.ledger, readGovernance(second.governance), "run-2");
  for (const { root, opened } of [first, second]) {
    const trusted = [opened.ledger.signer.publicKey];
    const result = verifyPath(join(root, ".holdpoint"), { trusted, revocations: [], mode: "revoked-now" });
    assert.deepEqual(result.problems, []);
    assert.equal(readdirSync(join(root, ".holdpoint", "checkpoints")).length > 1, true);
  }
});
