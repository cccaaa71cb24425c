import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { HoldpointError } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import type { Change } from "../store/change.ts";
import { ActionStore } from "./action-store.ts";
import { isOutOfSpace } from "./out-of-space.ts";

const PAGES_MAX = 60;
const CHANGES_MAX = 200;
const TEXT_SIZE_CHARS = 20_000;
const SQLITE_FULL = 13;
const SQLITE_IOERR = 10;
const SQLITE_IOERR_WRITE = 778;

const EMPTY: Change = {
  records: [],
  verdict: -1,
  signedSingly: false,
  receipt: -1,
  isProvisional: false,
  action: null,
  key: null,
  budgets: [],
  states: [],
};

function large(number: number): string {
  return JSON.stringify({ number, text: "x".repeat(TEXT_SIZE_CHARS) });
}

/** Where the space may run out: in what the ledger writes, and in what is written beside it in the same commit. */
const PLACES: readonly (readonly [string, (number: number) => Change])[] = [
  ["a record", (number) => ({ ...EMPTY, records: [{ kind: "note", run: "", text: large(number) }] })],
  [
    "a row beside a record",
    (number) => {
      const records = [{ kind: "note", run: "", text: "{}" }];
      return { ...EMPTY, records, states: [[`state-${number}`, large(number)]] };
    },
  ],
];

describe("a store whose file may have so many pages", () => {
  for (const [place, changeOf] of PLACES) {
    test(`refuses ${place} as full, keeps what it took, and takes more when there is space`, (t) => {
      const folder = scratch(t);
      const options = { folder, origin: "testing", nowMs: Date.now };
      const store = new ActionStore({ ...options, pagesMax: PAGES_MAX });
      let taken = 0;
      assert.throws(
        () => {
          for (; taken < CHANGES_MAX; taken += 1) store.commit([changeOf(taken)]);
        },
        { code: "HP-LEDGER-FULL" },
      );
      assert.ok(taken > 2, `${taken} were taken`);
      const { size } = store.opened.ledger.head();
      assert.throws(() => store.commit([changeOf(taken)]), { code: "HP-LEDGER-FULL" });
      assert.equal(store.opened.ledger.head().size, size, "nothing of what was refused is there");
      store.close();

      const roomy = new ActionStore(options);
      t.after(() => roomy.close());
      assert.equal(roomy.opened.ledger.head().size, size);
      assert.equal(roomy.commit([changeOf(taken)]).size, size + 1);
      const { n } = roomy.opened.store.statement("SELECT count(*) AS n FROM annex_state").get() as { n: number };
      assert.equal(n, place === "a record" ? 0 : taken + 1);
    });
  }
});

describe("the reason of a refused commit", () => {
  const sqlite = (errcode: number): Error => Object.assign(new Error("refused"), { code: "ERR_SQLITE_ERROR", errcode });
  const ledger = (cause: Error): HoldpointError => new HoldpointError("HP-LEDGER-OPEN", "refused", {}, cause);

  test("SQLite says that it is full, through the ledger or by itself", (t) => {
    const folder = scratch(t);
    assert.ok(isOutOfSpace(new HoldpointError("HP-LEDGER-FULL", "full"), folder, []));
    assert.ok(isOutOfSpace(sqlite(SQLITE_FULL), folder, []));
    assert.ok(isOutOfSpace(ledger(sqlite(SQLITE_FULL)), folder, []));
  });

  test("a failed write is another failure where files can grow, and the probe is not left behind", (t) => {
    const folder = scratch(t, { "ledger.db": "x" });
    for (const thrown of [sqlite(SQLITE_IOERR_WRITE), ledger(sqlite(SQLITE_IOERR_WRITE))]) {
      assert.ok(!isOutOfSpace(thrown, folder, [join(folder, "ledger.db"), join(folder, "none")]));
    }
    assert.deepEqual(readdirSync(folder), ["ledger.db"]);
  });

  test("a folder that cannot be written to is not a full one", (t) => {
    assert.ok(!isOutOfSpace(sqlite(SQLITE_IOERR_WRITE), join(scratch(t), "gone"), []));
  });

  test("anything else is not for want of space", (t) => {
    const folder = scratch(t);
    for (const thrown of [
      sqlite(SQLITE_IOERR),
      ledger(sqlite(SQLITE_IOERR)),
      new HoldpointError("HP-LEDGER-CORRUPT", "x"),
      new TypeError("x"),
      "full",
      null,
      undefined,
      13,
    ]) {
      assert.ok(!isOutOfSpace(thrown, folder, []), String(thrown));
    }
  });
});
