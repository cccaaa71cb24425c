import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import { LEDGER_FILE, verifyLedgerFile } from "@holdpoint/ledger";
import { scratch } from "@holdpoint/testkit";
import type { Action } from "../contract/action.ts";
import { stepChange } from "../engine/step.ts";
import { started } from "../machine/attempt.ts";
import { actionIn, NOW_MS } from "../machine/testing-action.ts";
import type { Change } from "../store/change.ts";
import { SqliteActionReader } from "./action-reader.ts";
import { lockDataFolder } from "./data-folder-lock.ts";
import { openWorkerWriter } from "./worker-writer.ts";

function submitted(id: string, over: Partial<Action> = {}): Change {
  const to = started(actionIn("READY", { id, idempotencyKey: null, ...over }), NOW_MS);
  return stepChange({ to, from: null, event: "submitted", by: "ann", isVerdict: true });
}

const start = (folder: string) => ({ folder, origin: "testing", anchorEveryMs: 20 });

describe("the writer's thread", () => {
  test("commits in the order of asking; what resolved is on disk for anybody", async (t) => {
    const folder = scratch(t);
    const writer = await openWorkerWriter(start(folder));
    const groups = await Promise.all(
      Array.from({ length: 30 }, (_, index) => writer.commit([submitted(`act_${index}a`), submitted(`act_${index}b`)])),
    );
    const reader = new SqliteActionReader(join(folder, LEDGER_FILE));
    const sizes = groups.map(({ size }) => size);
    assert.deepEqual(
      sizes,
      sizes.toSorted((one, other) => one - other),
    );
    assert.equal(reader.size(), sizes.at(-1));
    assert.equal(reader.list({ limit: 100 }).items.length, 60);
    reader.close();
    await writer.close();
    const terms = { trusted: [writer.ledgerKey], revocations: [], mode: "when-observed" } as const;
    const { valid, size, anchoredUpTo } = verifyLedgerFile(join(folder, LEDGER_FILE), terms);
    assert.deepEqual([valid, anchoredUpTo], [true, size], "the end vouches for everything");
  });

  test("a group that is refused is refused with its reason, and the next one is taken", async (t) => {
    const folder = scratch(t);
    const writer = await openWorkerWriter(start(folder));
    await writer.commit([submitted("act_1", { idempotencyKey: "k" })]);
    await assert.rejects(writer.commit([submitted("act_2", { idempotencyKey: "k" })]), isHoldpointError);
    const { size } = await writer.commit([submitted("act_3")]);
    assert.ok(size > 0);
    await writer.close();
  });

  test("a full store is called full", async (t) => {
    const writer = await openWorkerWriter({ ...start(scratch(t)), pagesMax: 80 });
    let stored = 0;
    const fill = async (): Promise<void> => {
      for (; stored < 3000; stored += 1) {
        await writer.commit([submitted(`act_${stored}`, { arguments: { text: "x".repeat(2000) } })]);
      }
    };
    await assert.rejects(fill(), { code: "HP-LEDGER-FULL" });
    assert.ok(stored > 0);
    await writer.close();
  });

  test("checkpoints are put outside while it runs", async (t) => {
    const writer = await openWorkerWriter(start(scratch(t)));
    const { size } = await writer.commit([submitted("act_1")]);
    for (let looks = 0; looks < 500 && writer.anchoredUpTo < size; looks += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    assert.equal(writer.anchoredUpTo, size);
    await writer.close();
  });

  test("a folder that cannot be used is an error of the start, and nothing is left behind", async (t) => {
    const folder = scratch(t, { [LEDGER_FILE]: "this is no database" });
    await assert.rejects(openWorkerWriter(start(folder)), { code: "HP-LEDGER-OPEN" });
  });

  test("who asks after the end is refused", async (t) => {
    const writer = await openWorkerWriter(start(scratch(t)));
    await writer.close();
    await assert.rejects(writer.commit([submitted("act_1")]), { code: "HP-GATEWAY-STORAGE" });
  });
});

describe("the data folder", () => {
  test("belongs to one, until it is given back", (t) => {
    const folder = scratch(t);
    const lock = lockDataFolder(folder);
    assert.throws(() => lockDataFolder(folder), { code: "HP-GATEWAY-DATA" });
    lock.release();
    lockDataFolder(folder).release();
  });

  test("that cannot be made is refused", (t) => {
    const folder = scratch(t, { file: "" });
    assert.throws(() => lockDataFolder(join(folder, "file", "data")), { code: "HP-GATEWAY-DATA" });
  });
});
