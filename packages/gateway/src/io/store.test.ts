import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import type { Ending } from "@holdpoint/testkit";
import { scratch } from "@holdpoint/testkit";
import { LEDGER_FILE, readEnvelope, readRecord, verifyEnvelope } from "@holdpoint/ledger";
import type { Action } from "../contract/action.ts";
import { stepChange } from "../engine/step.ts";
import type { StepTerms } from "../engine/step.ts";
import { failed, started, succeeded } from "../machine/attempt.ts";
import { reconciled } from "../machine/reconcile.ts";
import { actionIn, ALLOW, NOW_MS } from "../machine/testing-action.ts";
import type { Change } from "../store/change.ts";
import { SqliteActionReader } from "./action-reader.ts";
import { ActionStore } from "./action-store.ts";
import { VERDICT_PAYLOAD_TYPE } from "./commit-changes.ts";

interface Opened {
  readonly store: ActionStore;
  readonly reader: SqliteActionReader;
}

function open(t: Ending, folder: string = scratch(t), pagesMax?: number): Opened {
  const store = new ActionStore({
    folder,
    origin: "testing",
    nowMs: () => NOW_MS,
    ...(pagesMax === undefined ? {} : { pagesMax }),
  });
  const reader = new SqliteActionReader(join(folder, LEDGER_FILE));
  t.after(() => {
    reader.close();
    store.close();
  });
  return { store, reader };
}

const submitted = (action: Action): Change =>
  stepChange({ to: action, from: null, event: "submitted", by: action.actor, isVerdict: true });
const moved = (to: Action, from: StepTerms["from"], isVerdict: boolean = false): Change =>
  stepChange({ to, from, event: "changed", by: "gateway", isVerdict });
const running = (id: string, over: Partial<Action> = {}): Action =>
  started(actionIn("READY", { id, idempotencyKey: null, ...over }), NOW_MS);
const idAt = (index: number): string => `act_${String(index).padStart(26, "0")}`;

describe("one commit group", () => {
  test("is all there or not at all: a second owner of a key undoes it", (t) => {
    const { store, reader } = open(t);
    store.commit([submitted(running("act_1", { idempotencyKey: "k" }))]);
    const size = reader.size();
    const clash = [submitted(running("act_2")), submitted(running("act_3", { idempotencyKey: "k" }))];
    assert.throws(() => store.commit(clash));
    assert.deepEqual([reader.get("act_2"), reader.get("act_3"), reader.size()], [null, null, size]);
    assert.deepEqual(reader.byKey("ann", "k")?.id, "act_1");
    store.commit([submitted(running("act_2"))]);
    assert.equal(reader.get("act_2")?.state, "RUNNING", "the log goes on where it was");
  });

  test("an action that has ended is never written again", (t) => {
    const { store, reader } = open(t);
    const action = running("act_1");
    store.commit([submitted(action)]);
    const ended = succeeded(action, { done: true }, NOW_MS);
    store.commit([moved(ended, "RUNNING")]);
    const before = reader.get("act_1");
    assert.throws(() => store.commit([moved({ ...ended, state: "DEAD" }, "RUNNING")]), /is not there or has ended/);
    assert.throws(() => store.commit([moved(running("act_7"), "READY")]), /is not there or has ended/);
    assert.deepEqual(reader.get("act_1"), before);
  });

  test("the guardian signs what asks for it singly too, with its own key", (t) => {
    const { store, reader } = open(t);
    const decision = { ...ALLOW, decision: "DENY" as const, reasonCode: "no_rule" };
    store.commit([submitted(actionIn("DENIED", { id: "act_1", decision }))]);
    const [stored] = reader.find({ kind: "action-verdict", order: "newest-first", limit: 1 });
    assert.ok(stored !== undefined);
    const envelope = readEnvelope(Buffer.from(JSON.stringify(readRecord(stored).body["envelope"])), "record");
    assert.equal(envelope.payloadType, VERDICT_PAYLOAD_TYPE);
    assert.equal(verifyEnvelope(envelope, [store.guardian.publicKey]).length, 1);
    assert.equal(verifyEnvelope(envelope, [store.opened.ledger.signer.publicKey]).length, 0, "two keys");
    assert.equal((JSON.parse(envelope.payload.toString("utf8")) as { decision: string }).decision, "DENY");
  });

  test("a reopened store has the same keys and goes on", (t) => {
    const folder = scratch(t);
    const first = new ActionStore({ folder, origin: "testing", nowMs: () => NOW_MS });
    const { fingerprint } = first.guardian.publicKey;
    first.commit([submitted(running("act_1"))]);
    first.close();
    const { store, reader } = open(t, folder);
    assert.equal(store.guardian.publicKey.fingerprint, fingerprint);
    assert.equal(reader.get("act_1")?.state, "RUNNING");
    assert.ok(store.anchoredUpTo > 0);
  });

  for (const pagesMax of [110, 113, 117])
    test(`a store that is full at ${pagesMax} pages refuses the group as a whole, says so, and keeps what it has`, (t) => {
      const { store, reader } = open(t, scratch(t), pagesMax);
      let stored = 0;
      const fill = (): void => {
        for (; stored < 5000; stored += 1)
          store.commit([submitted(running(idAt(stored), { arguments: { text: "x".repeat(500) } }))]);
      };
      assert.throws(fill, { code: "HP-LEDGER-FULL" });
      assert.ok(stored > 0);
      assert.equal(reader.get(idAt(stored - 1))?.state, "RUNNING");
      assert.equal(reader.get(idAt(stored)), null);
    });
});

describe("reading", () => {
  test("pages are in order, whole and without repetition, under each filter", (t) => {
    const { store, reader } = open(t);
    const made = Array.from({ length: 25 }, (_, index) =>
      running(idAt(index), { sessionId: index % 2 === 0 ? "even" : "odd", actor: index % 5 === 0 ? "ben" : "ann" }),
    );
    store.commit(made.map(submitted));
    const ids = (filter: Parameters<typeof reader.list>[0]): string[] => {
      const found: string[] = [];
      let cursor: string | null = null;
      do {
        const page = reader.list({ ...filter, ...(cursor === null ? {} : { cursor }) });
        found.push(...page.items.map(({ id }) => id));
        cursor = page.cursor;
      } while (cursor !== null);
      return found;
    };
    const newestFirst = made.map(({ id }) => id).toReversed();
    assert.deepEqual(ids({ limit: 4 }), newestFirst);
    assert.deepEqual(ids({ limit: 100 }), newestFirst);
    assert.deepEqual(ids({ limit: 25 }), newestFirst);
    assert.equal(ids({ limit: 4, session: "even" }).length, 13);
    assert.equal(ids({ limit: 4, actor: "ben" }).length, 5);
    assert.equal(ids({ limit: 2, actor: "ben", session: "odd" }).length, 2);
    assert.equal(ids({ limit: 3, state: "RUNNING" }).length, 25);
    assert.deepEqual(ids({ limit: 3, state: "SUCCEEDED" }), []);
    assert.deepEqual(ids({ limit: 3, adapter: "other" }), []);
  });

  test("what a start goes on with is what has not ended, oldest first", (t) => {
    const { store, reader } = open(t);
    const waiting = actionIn("AWAITING_APPROVAL", { id: "act_1", idempotencyKey: null });
    store.commit([submitted(waiting), submitted(running("act_2")), submitted(running("act_3"))]);
    store.commit([moved(succeeded(running("act_2"), null, NOW_MS), "RUNNING")]);
    assert.deepEqual(
      reader.live().map(({ id }) => id),
      ["act_1", "act_3"],
    );
  });

  test("an unknown one has a provisional receipt, its reconciliation a final one that links to it", (t) => {
    const { store, reader } = open(t);
    const action = running("act_1");
    store.commit([submitted(action)]);
    assert.equal(reader.receipt("act_1"), null);
    const failure = {
      ok: false,
      failureClass: "timeout",
      sent: true,
      code: "",
      message: "",
      retryAfterMs: null,
    } as const;
    const unknown = failed(action, failure, { kind: "unknown" }, NOW_MS);
    store.commit([moved(unknown, "RUNNING")]);
    const provisional = reader.receipt("act_1");
    assert.equal(provisional?.provisional, true);
    assert.deepEqual([reader.unknowns(), reader.unknownActions().map(({ id }) => id)], [1, ["act_1"]]);
    const known = reader.get("act_1");
    assert.equal(known?.provisionalReceipt, provisional?.leaf_index);
    const ended = reconciled(known ?? assert.fail(), { succeeded: true, result: 1 }, "olga", NOW_MS);
    store.commit([moved(ended, "UNKNOWN")]);
    const final = reader.receipt("act_1");
    assert.equal(final?.provisional, false);
    const body = (JSON.parse(final?.record ?? "{}") as { body: Record<string, unknown> }).body;
    assert.deepEqual([body["provisional"], body["state"]], [provisional?.leaf_index, "SUCCEEDED"]);
    assert.equal(reader.unknowns(), 0);
  });

  test("letters are counted with how their replays stand", (t) => {
    const { store, reader } = open(t);
    const error = { code: "HP-ACTION-TIMEOUT", failureClass: "timeout", message: "", retryable: true } as const;
    const dead = (id: string, over: Partial<Action> = {}): Change =>
      submitted(actionIn("DEAD", { id, idempotencyKey: null, error, ...over }));
    store.commit([dead("act_1"), dead("act_2"), dead("act_3"), dead("act_4", { replayOf: "act_1", generation: 1 })]);
    store.commit([submitted(running("act_5", { replayOf: "act_2", generation: 1 }))]);
    const replay = running("act_6", { replayOf: "act_3", generation: 1 });
    store.commit([submitted(replay)]);
    store.commit([moved(succeeded(replay, null, NOW_MS), "RUNNING")]);
    const ids = (status: "open" | "replaying" | "replayed"): string[] =>
      reader.deadActions({ status, limit: 10 }).items.map(({ action }) => action.id);
    assert.deepEqual(ids("open"), ["act_4", "act_1"]);
    assert.deepEqual([ids("replaying"), ids("replayed")], [["act_2"], ["act_3"]]);
    assert.equal(reader.openDeadLetters(), 2);
    assert.deepEqual(reader.deadAction("act_1")?.replays, [{ id: "act_4", state: "DEAD", generation: 1 }]);
    assert.equal(reader.deadAction("act_5"), null);
    assert.deepEqual(reader.deadActions({ failureClass: "circuit_open", limit: 10 }).items, []);
  });

  test("events after an index tell each change once, and only of those asked for", (t) => {
    const { store, reader } = open(t);
    const mine = running("act_1", { sessionId: "s1" });
    store.commit([submitted(mine), submitted(running("act_2", { sessionId: "s2", actor: "ben" }))]);
    store.commit([moved(succeeded(mine, { done: true }, NOW_MS), "RUNNING")]);
    const all = reader.events(-1, { session: null, actor: null }, 100);
    assert.deepEqual(
      all.map(({ action, from }) => [action.id, from, action.state]),
      [
        ["act_1", null, "RUNNING"],
        ["act_2", null, "RUNNING"],
        ["act_1", "RUNNING", "SUCCEEDED"],
      ],
    );
    assert.deepEqual([all[0]?.action.result, all[2]?.action.result], [null, { done: true }]);
    assert.equal(reader.events(-1, { session: "s1", actor: null }, 100).length, 2);
    assert.equal(reader.events(-1, { session: null, actor: "ben" }, 100).length, 1);
    assert.equal(reader.events(all[1]?.seq ?? 0, { session: null, actor: null }, 100).length, 1);
    assert.equal(reader.events(-1, { session: null, actor: null }, 2).length, 2);
  });

  test("budgets and states are as they were written last", (t) => {
    const { store, reader } = open(t);
    const base = submitted(running("act_1"));
    const row = { budget: "b", key: "ann", windowStartMs: 0, reserved: 3, committed: 0 };
    store.commit([{ ...base, budgets: [row], states: [["settings", "1"]] }]);
    const next = moved(succeeded(running("act_1"), null, NOW_MS), "RUNNING");
    store.commit([{ ...next, budgets: [{ ...row, reserved: 0, committed: 3 }], states: [["settings", "2"]] }]);
    assert.deepEqual(reader.budgets(), [{ ...row, reserved: 0, committed: 3 }]);
    assert.deepEqual([reader.state("settings"), reader.state("other")], ["2", null]);
  });

  test("it cannot write", (t) => {
    const { reader } = open(t);
    const { database } = reader as unknown as { database: { exec(sql: string): void } };
    assert.throws(() => database.exec("DELETE FROM annex_action"), /readonly/);
  });
});
