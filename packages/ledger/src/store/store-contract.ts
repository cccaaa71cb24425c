import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import type { NewRecord } from "../record/record.ts";
import { rootOf } from "../testing.ts";
import type { Group, LedgerReader, RecordQuery } from "./ledger-store.ts";

/** The same answers, at once or later. */
type Eventually<Store> = {
  readonly [Member in keyof Store]: Store[Member] extends (...input: infer Input) => infer Output
    ? (...input: Input) => Output | Promise<Output>
    : Store[Member];
};

/** A store as the contract needs it; one whose answers come later can fulfil it, too. */
export interface ContractStore extends Eventually<LedgerReader> {
  readonly durability: { readonly journal: string; readonly synchronous: string };
  /** Appends these records as one group after whatever the store holds. */
  append(records: readonly NewRecord[]): void | Promise<void>;
  /** Commits a group as it is, then does what may throw, all in one exclusive piece of work. */
  commit(group: Group, then: () => void): void | Promise<void>;
  close(): void | Promise<void>;
}

/** Opens the same store again and again: `open` of one harness always leads to the same records. */
export interface StoreHarness {
  open(): ContractStore;
}

export const CONTRACT_ORIGIN = "holdpoint/contract";

const record = (kind: string, run: string, n: number): NewRecord => ({ kind, run, body: { n } });

/** What every store must do. */
export function storeContract(name: string, harness: (context: TestContext) => StoreHarness): void {
  test(`${name}: an empty store has an origin and nothing else`, async (context) => {
    const store = harness(context).open();
    assert.equal(store.origin, CONTRACT_ORIGIN);
    assert.equal(await store.lastCheckpoint(), null);
    assert.deepEqual(await store.extent(), { count: 0, end: 0 });
    assert.deepEqual([...(await store.records(0, 10))], []);
    assert.deepEqual([...(await store.checkpoints())], []);
    assert.equal(await store.record(0), null);
    assert.equal(await store.node(8, 0), null);
    assert.equal(await store.nodeCount(), 0);
    assert.deepEqual(await store.damage(), []);
    await store.close();
  });

  test(`${name}: what was committed is there for the next one who opens it`, async (context) => {
    const { open } = harness(context);
    const first = open();
    await first.append([record("a", "r1", 0), record("b", "r1", 1)]);
    await first.append([record("a", "r2", 2)]);
    await first.close();
    const second = open();
    assert.deepEqual(await second.extent(), { count: 3, end: 3 });
    const all = [...(await second.records(0, 3))];
    assert.deepEqual(
      all.map(({ seq, kind, run }) => [seq, kind, run]),
      [
        [0, "a", "r1"],
        [1, "b", "r1"],
        [2, "a", "r2"],
      ],
    );
    assert.deepEqual(
      [...(await second.checkpoints())].map(({ size }) => size),
      [2, 3],
    );
    const last = await second.lastCheckpoint();
    assert.equal(last?.size, 3);
    assert.equal(last.text.split("\n")[2], rootOf(all.map(({ leaf }) => leaf)));
    await second.close();
  });

  test(`${name}: a record alone is the same as one among many`, async (context) => {
    const store = harness(context).open();
    await store.append(Array.from({ length: 1200 }, (_, n) => record(n % 2 === 0 ? "a" : 'quo"te', "é", n)));
    for (const seq of [0, 1, 499, 500, 501, 1199]) {
      const [among] = [...(await store.records(seq, seq + 1))];
      const alone = await store.record(seq);
      assert.deepEqual(
        { ...alone, leaf: bytesOf(alone?.leaf), bytes: bytesOf(alone?.bytes) },
        { ...among, leaf: bytesOf(among?.leaf), bytes: bytesOf(among?.bytes) },
      );
    }
    assert.equal([...(await store.records(0, 1200))].length, 1200);
    assert.deepEqual(
      [...(await store.records(1198, 5000))].map(({ seq }) => seq),
      [1198, 1199],
    );
    await store.close();
  });

  test(`${name}: records are found by kind, run and place, in either order`, async (context) => {
    const store = harness(context).open();
    await store.append([record("a", "r1", 0), record("b", "r1", 1), record("a", "r2", 2), record("a", "r1", 3)]);
    const cases: readonly (readonly [RecordQuery, readonly number[]])[] = [
      [{ order: "oldest-first", limit: 9 }, [0, 1, 2, 3]],
      [{ kind: "a", order: "oldest-first", limit: 9 }, [0, 2, 3]],
      [{ kind: "a", order: "newest-first", limit: 2 }, [3, 2]],
      [{ run: "r1", order: "oldest-first", limit: 9 }, [0, 1, 3]],
      [{ kind: "a", run: "r1", order: "newest-first", limit: 9 }, [3, 0]],
      [{ kind: "a", before: 3, order: "newest-first", limit: 1 }, [2]],
      [{ kind: "c", order: "oldest-first", limit: 9 }, []],
    ];
    for (const [query, expected] of cases) {
      const found = await store.find(query);
      assert.deepEqual(
        found.map(({ seq }) => seq),
        expected,
        JSON.stringify(query),
      );
    }
    await store.close();
  });

  test(`${name}: a group that throws leaves nothing behind`, async (context) => {
    const store = harness(context).open();
    await store.append([record("a", "", 0)]);
    const group = { records: [], nodes: [], checkpoint: { size: 9, text: "x", peaks: Buffer.alloc(0) } };
    const stop = (): void => {
      throw new TypeError("stop");
    };
    await assert.rejects(async () => store.commit(group, stop), /stop/);
    assert.equal([...(await store.checkpoints())].length, 1);
    await store.append([record("a", "", 1)]);
    assert.deepEqual(await store.extent(), { count: 2, end: 2 });
    await store.close();
  });

  test(`${name}: no index and no size is given twice`, async (context) => {
    const store = harness(context).open();
    await store.append([record("a", "", 0)]);
    const again = await store.record(0);
    assert.ok(again !== null);
    const records = [{ ...again, bytes: bytesOf(again.bytes) }];
    const nothing = (): void => undefined;
    const second = { records, nodes: [], checkpoint: { size: 2, text: "x", peaks: Buffer.alloc(0) } };
    await assert.rejects(async () => store.commit(second, nothing), isHoldpointError);
    const same = { records: [], nodes: [], checkpoint: { size: 1, text: "x", peaks: Buffer.alloc(0) } };
    await assert.rejects(async () => store.commit(same, nothing), isHoldpointError);
    assert.deepEqual(await store.extent(), { count: 1, end: 1 });
    await store.close();
  });

  test(`${name}: two writers take turns, and each continues the other's log`, async (context) => {
    const { open } = harness(context);
    const [one, two] = [open(), open()];
    for (let n = 0; n < 6; n += 1) await (n % 2 === 0 ? one : two).append([record("a", "", n)]);
    assert.deepEqual(await one.extent(), { count: 6, end: 6 });
    assert.deepEqual((await one.lastCheckpoint())?.text, (await two.lastCheckpoint())?.text);
    await one.close();
    assert.equal((await two.lastCheckpoint())?.size, 6);
    await two.close();
  });

  test(`${name}: every 256 records leave a node, so that proofs need few leaves`, async (context) => {
    const store = harness(context).open();
    await store.append(Array.from({ length: 600 }, (_, n) => record("a", "", n)));
    const leaves = [...(await store.records(0, 600))].map(({ leaf }) => leaf);
    assert.equal(await store.nodeCount(), 2);
    for (const index of [0, 1]) {
      const node = bytesOf(await store.node(8, index));
      assert.equal(node.toString("base64"), rootOf(leaves.slice(index * 256, (index + 1) * 256)));
    }
    assert.equal(await store.node(8, 2), null);
    assert.deepEqual(bytesOf(await store.node(0, 599)), bytesOf(leaves[599]));
    await store.close();
  });

  test(`${name}: it says how durable a commit is`, async (context) => {
    const store = harness(context).open();
    assert.ok(store.durability.journal.length > 0 && store.durability.synchronous.length > 0);
    await store.close();
  });
}

function bytesOf(stored: Uint8Array | null | undefined): Buffer {
  assert.ok(stored instanceof Uint8Array, "it is stored");
  return Buffer.from(stored);
}
