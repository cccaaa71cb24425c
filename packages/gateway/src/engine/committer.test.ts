import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { HoldpointError } from "@holdpoint/core";
import type { Change, CommittedGroup } from "../store/change.ts";
import type { Writer } from "../store/writer.ts";
import { Committer } from "./committer.ts";
import { quiet, Scheduler } from "./fixture/scheduler.ts";

const FULL = new HoldpointError("HP-LEDGER-FULL", "no space");
const BUSY = new HoldpointError("HP-LEDGER-BUSY", "somebody else has it");

function change(name: string, hasVerdict: boolean = false): Change {
  return {
    records: [{ kind: "action", run: name, text: `{"of":"${name}"}` }],
    verdict: hasVerdict ? 0 : -1,
    signedSingly: false,
    receipt: -1,
    isProvisional: false,
    action: null,
    key: null,
    budgets: [],
    states: [],
  };
}

/** A store that keeps what it is given; `refuse` is asked about each group. */
class Store {
  readonly groups: string[][] = [];
  readonly asked: string[][] = [];
  readonly scheduler: Scheduler = new Scheduler();
  refuse: (names: readonly string[]) => HoldpointError | null = () => null;
  readonly committer: Committer;
  readonly told: string[] = [];

  constructor() {
    const writer = { commit: (changes: readonly Change[]) => this.#commit(changes) } as unknown as Writer;
    const budgetRows = (): [] => [];
    this.committer = new Committer({ writer, timers: this.scheduler, budgetRows });
  }

  add(name: string, mustHold: boolean = false): void {
    this.committer.add(change(name), [], mustHold, (error, committed) => {
      this.told.push(error === null ? `${name} at ${committed?.place.seq}` : `${name} ${error.code}`);
    });
  }

  get names(): string[] {
    return this.groups.flat();
  }

  #commit(changes: readonly Change[]): Promise<CommittedGroup> {
    const names = changes.map(({ records }) => records[0]?.run || (records[0]?.kind ?? ""));
    this.asked.push(names);
    return new Promise((resolve, reject) => {
      this.scheduler.add(() => {
        const refusal = this.refuse(names);
        if (refusal !== null) {
          reject(refusal);
          return;
        }
        const first = this.names.length;
        this.groups.push(names);
        const size = this.names.length;
        const places = names.map((_, index) => ({ seq: first + index, receiptSeq: -1, checkpointSize: size }));
        resolve({ places, size, checkpoint: `checkpoint ${size}`, verdictNote: "note" });
      });
    });
  }
}

describe("commit groups", () => {
  test("what comes in one tick is one group; nobody hears of it before it is durable", async () => {
    const store = new Store();
    for (const name of ["a", "b", "c"]) store.add(name);
    await store.scheduler.step(0);
    assert.deepEqual([store.asked, store.told], [[["a", "b", "c"]], []]);
    await store.scheduler.idle();
    assert.deepEqual(store.told, ["a at 0", "b at 1", "c at 2"]);
    assert.deepEqual([store.committer.groups, store.committer.changes, store.committer.size], [1, 3, 3]);
    assert.equal(store.committer.checkpoint, "checkpoint 3");
  });

  test("while groups are on their way the next one fills, and the order is kept", async () => {
    const store = new Store();
    for (let tick = 0; tick < 6; tick += 1) {
      store.add(`${tick}a`);
      store.add(`${tick}b`);
      await quiet();
      if (tick % 2 === 0) await store.scheduler.step(0);
    }
    await store.scheduler.idle();
    assert.deepEqual(
      store.names,
      [0, 1, 2, 3, 4, 5].flatMap((tick) => [`${tick}a`, `${tick}b`]),
    );
    assert.ok(store.groups.length < 12);
  });

  test("a group is bounded", async () => {
    const store = new Store();
    for (let count = 0; count < 2500; count += 1) store.add(`n${count}`);
    await store.scheduler.idle();
    assert.equal(store.names.length, 2500);
    assert.ok(store.groups.length > 2 && store.groups.every(({ length }) => length <= 1000));
    assert.deepEqual(store.names.slice(0, 3), ["n0", "n1", "n2"]);
    assert.equal(new Set(store.names).size, 2500);
  });

  test("each verdict gets its own place in the group's proof, others get none", async () => {
    const store = new Store();
    const proofs = ["v1", "none", "v2"].map((name) => store.committer.commit(change(name, name !== "none")));
    await store.scheduler.idle();
    const [first, none, second] = await Promise.all(proofs);
    assert.deepEqual([first?.proof?.index, none?.proof, second?.proof?.index], [0, null, 1]);
    assert.deepEqual(second?.proof?.group.verdictTexts, ['{"of":"v1"}', '{"of":"v2"}']);
    assert.equal(first?.proof?.group, second?.proof?.group, "one object, so that it is verified once");
  });
});

describe("a store without space", () => {
  test("new work is refused, what happened already is kept, and space that returns is noticed", async () => {
    const store = new Store();
    store.refuse = () => FULL;
    store.add("new");
    store.add("happened", true);
    await store.scheduler.step(0);
    await store.scheduler.step(0);
    assert.deepEqual(store.told, ["new HP-GATEWAY-STORAGE-FULL"]);
    assert.equal(store.committer.trouble?.code, "HP-GATEWAY-STORAGE-FULL");
    store.add("later");
    assert.equal(store.told.at(-1), "later HP-GATEWAY-STORAGE-FULL", "at once, without asking the store");
    store.refuse = () => null;
    await store.scheduler.idle();
    assert.equal(store.committer.trouble, null);
    assert.deepEqual(store.names, ["happened", "storage-recovered"]);
    store.add("after");
    await store.scheduler.idle();
    assert.equal(store.told.at(-1), "after at 2");
  });

  test("however long it lasts, one record of the recovery is written", async () => {
    const store = new Store();
    store.refuse = () => FULL;
    store.add("happened", true);
    for (let round = 0; round < 50; round += 1) {
      store.scheduler.pass(5000);
      for (let step = 0; step < 4; step += 1) await store.scheduler.step(0);
    }
    assert.ok(store.asked.length > 20, "it is tried again and again");
    store.refuse = () => null;
    await store.scheduler.idle();
    assert.equal(store.names.filter((name) => name === "storage-recovered").length, 1);
  });

  test("who waits for everything to be durable waits until it is", async () => {
    const store = new Store();
    store.refuse = () => FULL;
    store.add("happened", true);
    let isSettled = false;
    void store.committer.settled().then(() => (isSettled = true));
    for (let step = 0; step < 3; step += 1) await store.scheduler.step(0);
    assert.equal(isSettled, false);
    store.refuse = () => null;
    await store.scheduler.idle();
    assert.equal(isSettled, true);
  });
});

describe("a store that refuses for another reason", () => {
  test("one change that it refuses does not take the others with it, and is given up in the end", async () => {
    const store = new Store();
    store.refuse = (names) => (names.includes("ill") ? BUSY : null);
    store.add("well");
    store.add("ill", true);
    store.add("well too", true);
    await store.scheduler.idle();
    assert.deepEqual(store.told.toSorted(), ["ill HP-GATEWAY-STORAGE", "well at 0", "well too at 1"]);
    assert.equal(store.committer.trouble, null);
    store.add("after");
    await store.scheduler.idle();
    assert.match(store.told.at(-1) ?? "", /^after at/, "it goes on");
  });

  test("new work that it refuses alone is refused, and nothing else is held up", async () => {
    const store = new Store();
    store.refuse = (names) => (names.includes("ill") ? BUSY : null);
    store.add("ill");
    store.add("well");
    await store.scheduler.idle();
    assert.deepEqual(store.told.toSorted(), ["ill HP-GATEWAY-STORAGE", "well at 0"]);
  });

  test("when it takes nothing for a while, what happened already is durable after that", async () => {
    const store = new Store();
    store.refuse = () => BUSY;
    store.add("one", true);
    store.add("two", true);
    for (let round = 0; round < 20; round += 1) {
      store.scheduler.pass(3000);
      for (let step = 0; step < 6; step += 1) await store.scheduler.step(0);
    }
    assert.equal(store.told.length, 0);
    store.refuse = () => null;
    await store.scheduler.idle();
    assert.deepEqual(store.told.toSorted(), ["one at 0", "two at 1"]);
    assert.equal(store.committer.trouble, null);
  });

  test("a single change that it never takes is given up, and the store is well again", async () => {
    const store = new Store();
    store.refuse = (names) => (names.includes("ill") ? BUSY : null);
    store.add("ill", true);
    await store.scheduler.idle();
    assert.deepEqual(store.told, ["ill HP-GATEWAY-STORAGE"]);
    assert.equal(store.committer.trouble, null);
  });

  test("no path of this machine is in the answer", async () => {
    const store = new Store();
    store.refuse = () => new HoldpointError("HP-LEDGER-BUSY", "the file secret-folder is locked");
    const refused = store.committer.commit(change("x"));
    const seen = assert.rejects(refused, ({ message }: Error) => !message.includes("secret-folder"));
    await store.scheduler.step(0);
    await store.scheduler.step(0);
    await seen;
  });
});
