import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { DatabaseSync } from "node:sqlite";
import { LEDGER_FILE, makeSigner, verifyLedgerFile, withLedgerFile } from "@holdpoint/ledger";
import { scratch } from "@holdpoint/testkit";
import type { AdapterCall, Executor, Permit } from "../contract/adapter.ts";
import { ledgerFacts } from "../engine/fixture/ledger-facts.ts";
import { caller, openTestingGateway, submission } from "../testing-gateway.ts";
import { scriptedGuardian } from "../testing-guardian.ts";
import { counted, failing } from "./fixture/effects.ts";
import { liveGateway, otherSide } from "./fixture/live-gateway.ts";

const escalating = scriptedGuardian.bind(null, () => ({ decision: "ESCALATE", reasonCode: "rule_escalated" }));

/** Changes, on the way to the executor, what it is asked to run. */
function inBetween(
  executor: Executor,
  change: (permit: Permit, call: Omit<AdapterCall, "signal">) => [Permit, Omit<AdapterCall, "signal">],
): void {
  const run = executor.run.bind(executor);
  executor.run = (ticket, permit, call) => {
    assert.ok(permit !== null, "the engine brings a permit");
    return run(ticket, ...change(permit, call));
  };
}

describe("row 14, signed but not bound: approve A, run B with the same tool", () => {
  const changes: readonly (readonly [string, Parameters<typeof inBetween>[1], RegExp])[] = [
    ["other arguments", (permit, call) => [permit, { ...call, arguments: { to: "mallory" } }], /other arguments/],
    [
      "other arguments, and a permit that names them",
      (permit, call) => [
        { ...permit, argumentsDigest: `sha256:${"0".repeat(64)}` },
        { ...call, arguments: { to: "mallory" } },
      ],
      /other arguments/,
    ],
    ["another operation", (permit, call) => [permit, { ...call, operation: "drop" }], /another operation/],
    ["another action", (permit, call) => [permit, { ...call, actionId: "act_0" }], /another action/],
    [
      "a longer life than was signed",
      (permit, call) => [{ ...permit, expiresAtMs: (permit.expiresAtMs ?? 0) + 3_600_000 }, call],
      /expires_at_ms/,
    ],
    ["no end where one was signed", (permit, call) => [{ ...permit, expiresAtMs: null }, call], /expires_at_ms/],
    ["another policy", (permit, call) => [{ ...permit, policyDigest: `sha256:${"9".repeat(64)}` }, call], /policy/],
    [
      "another verdict of the same group's size",
      (permit, call) => {
        const verdictText = permit.proof.verdictText.replace('"by":"eve"', '"by":"mia"');
        return [{ ...permit, proof: { ...permit.proof, verdictText } }, call];
      },
      /not at its place/,
    ],
    [
      "a group that the guardian did not sign",
      (permit, call) => {
        const verdictText = permit.proof.verdictText.replace('"by":"eve"', '"by":"mia"');
        const group = { ...permit.proof.group, verdictTexts: [verdictText] };
        return [{ ...permit, proof: { verdictText, index: 0, group } }, call];
      },
      /signs other verdicts/,
    ],
  ];
  for (const [name, change, reason] of changes) {
    test(`${name}: nothing is executed, and the end says why`, async (t) => {
      const effect = counted("effect");
      const opened = await openTestingGateway({ folder: scratch(t), adapters: [effect], guardian: escalating() });
      const { engine } = opened;
      inBetween(engine.executor, change);
      const { action } = await engine.submit(submission("effect", { to: "ann" }), caller());
      await engine.approve(action.id, caller("eve", "approver"), "that one");
      const ended = await engine.settled(action.id, 5000);
      const receipt = engine.receipt(action.id);
      await engine.close(1000);
      assert.deepEqual([ended.state, ended.error?.code, effect.calls.length], ["DEAD", "HP-ACTION-PERMIT", 0]);
      assert.match(ended.error?.message ?? "", reason);
      assert.equal(receipt?.provisional, false);
    });
  }

  test("what was approved runs, once, and its verdict says until when it holds", async (t) => {
    const folder = scratch(t);
    const effect = counted("effect");
    const { engine, writer } = await openTestingGateway({ folder, adapters: [effect], guardian: escalating() });
    const { action } = await engine.submit(submission("effect", { to: "ann" }), caller());
    await engine.approve(action.id, caller("eve", "approver"), "that one");
    const ended = await engine.settled(action.id, 5000);
    const again = engine.approve(action.id, caller("eve", "approver"), "once more");
    await assert.rejects(again, { code: "HP-GATEWAY-STATE-CONFLICT" });
    await engine.close(1000);
    assert.deepEqual([ended.state, effect.calls.length], ["SUCCEEDED", 1]);
    assert.equal(ended.grant?.consumedAtMs !== null, true, "the grant is used up");
    const { verdicts, problems } = withLedgerFile(join(folder, LEDGER_FILE), (reader) =>
      ledgerFacts(reader, writer.guardianOrigin, writer.guardianKey),
    );
    assert.deepEqual(problems, []);
    const approval = verdicts.find(({ body }) => body["event"] === "approved")?.body;
    assert.deepEqual(
      [approval?.["decision"], approval?.["by"], approval?.["arguments"], approval?.["expires_at_ms"]],
      ["ALLOW", "eve", action.argumentsDigest, ended.grant?.expiresAtMs],
    );
  });

  test("nobody approves what they asked for, and two who decide at once have one winner", async (t) => {
    const effect = counted("effect");
    const { engine } = await openTestingGateway({ folder: scratch(t), adapters: [effect], guardian: escalating() });
    const { action } = await engine.submit(submission("effect"), caller("ann"));
    const own = engine.approve(action.id, caller("ann", "approver"), "mine");
    await assert.rejects(own, { code: "HP-GATEWAY-APPROVER-IS-REQUESTER" });
    const both = await Promise.allSettled([
      engine.deny(action.id, caller("eve", "approver"), "no"),
      engine.approve(action.id, caller("mia", "approver"), "yes"),
    ]);
    await engine.close(1000);
    assert.deepEqual(
      both.map((one) => (one.status === "fulfilled" ? one.value.state : (one.reason as { code: string }).code)),
      ["DENIED", "HP-GATEWAY-STATE-CONFLICT"],
    );
    assert.equal(effect.calls.length, 0);
  });
});

describe("row 14, no receipt for failed effects, and a chain that ignores signatures and times", () => {
  test("a failed effect has a signed receipt, and what is changed in any record is found", async (t) => {
    const folder = scratch(t);
    const effect = counted("effect");
    effect.answers = () => failing("validation_failed", false);
    const { engine, writer } = await openTestingGateway({ folder, adapters: [effect] });
    const { action } = await engine.submit(submission("effect"), caller());
    const { state } = await engine.settled(action.id, 5000);
    const seq = engine.receipt(action.id)?.leaf_index ?? -1;
    await engine.close(1000);
    assert.equal(state, "DEAD");
    const file = join(folder, LEDGER_FILE);
    const verify = (trusted: typeof writer.ledgerKey): readonly string[] =>
      verifyLedgerFile(file, { trusted: [trusted], revocations: [], mode: "when-observed" }).problems.map(
        ({ code, where }) => `${code} ${where}`,
      );
    assert.deepEqual(verify(writer.ledgerKey), []);
    assert.match(verify(makeSigner().signer.publicKey).join(), /key-foreign/, "signatures are looked at");
    const database = new DatabaseSync(file);
    const row = database.prepare("SELECT bytes FROM record WHERE seq = ?").get(seq);
    const text = Buffer.from(row?.["bytes"] as Uint8Array).toString("utf8");
    const moved = text.replace(/"at":"20(\d\d)/, (_, year: string) => `"at":"20${Number(year) + 1}`);
    assert.notEqual(moved, text);
    // Whoever can write the file can take its guards away and put them back.
    const guards = database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all();
    for (const { name } of guards) database.exec(`DROP TRIGGER ${String(name)}`);
    database.prepare("UPDATE record SET bytes = ? WHERE seq = ?").run(Buffer.from(moved), seq);
    for (const { sql } of guards) database.exec(String(sql));
    database.close();
    assert.match(verify(writer.ledgerKey).join(), new RegExp(`record-changed record ${seq}`), "times are hashed");
  });
});

describe("row 14, built but not wired: the gateway that is started has its guardian, its freeze and its permits", () => {
  test("deny is the default, the freeze is consulted, and what was allowed before it does not run", async (t) => {
    const side = await otherSide(() => ({ status: 200, body: { done: true } }));
    const gateway = await liveGateway(scratch(t), side.url);
    const denied = await gateway.submit("never", {});
    const waiting = await gateway.submit("ask", { n: 1 }, { prefer: "respond-async" });
    const config = await gateway.ask("operator", "GET", "/v1/config");
    const match = { "if-match": config.headers.get("etag") ?? "", "content-type": "application/merge-patch+json" };
    const frozen = await gateway.ask("operator", "PATCH", "/v1/config", { freeze: { active: true } }, match);
    const refused = await gateway.submit("do", { n: 2 });
    await gateway.ask("approver", "POST", `/v1/actions/${waiting.body.id}/approve`, { reason: "yes" });
    const stopped = await gateway.ended(waiting.body.id);
    await gateway.started.close();
    await side.close();
    assert.deepEqual([denied.body.state, denied.body.verdict?.reason_code], ["DENIED", "no_rule"]);
    assert.equal(frozen.status, 200);
    assert.deepEqual([refused.body.state, refused.body.verdict?.reason_code], ["DENIED", "frozen"]);
    assert.deepEqual([stopped.body.state, stopped.body.verdict?.reason_code], ["DENIED", "frozen"]);
    assert.deepEqual(side.received, []);
  });

  test("a policy without rules denies everything, and a restart with another one denies what it no longer allows", async (t) => {
    const side = await otherSide(() => ({ status: 200, body: { done: true } }));
    const folder = scratch(t);
    const first = await liveGateway(folder, side.url);
    const waiting = await first.submit("ask", { n: 1 }, { prefer: "respond-async" });
    const { tokens } = first.started;
    await first.started.close();
    const second = await liveGateway(folder, side.url, { policy: "version: 1\nrules: []\n", tokens });
    const denied = await second.submit("do", { n: 2 });
    await second.ask("approver", "POST", `/v1/actions/${waiting.body.id}/approve`, { reason: "yes" });
    const late = await second.ended(waiting.body.id);
    await second.started.close();
    await side.close();
    assert.deepEqual([denied.body.state, denied.body.verdict?.reason_code], ["DENIED", "no_rule"]);
    assert.deepEqual([late.body.state, late.body.verdict?.reason_code], ["DENIED", "policy_changed"]);
    assert.deepEqual(side.received, []);
  });
});
