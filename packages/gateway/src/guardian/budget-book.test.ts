import assert from "node:assert/strict";
import { test } from "node:test";
import type { BudgetRow } from "../contract/guardian.ts";
import { BudgetBook } from "./budget-book.ts";
import type { Charge } from "./charges.ts";
import { refusalOf } from "./testing-refusal.ts";

const HOUR_MS = 3_600_000;

function charge(
  amount: number,
  more: { readonly id?: string; readonly key?: string; readonly limit?: number } = {},
): Charge {
  const { id = "hourly", key = "ann", limit = 10 } = more;
  const scope = { adapters: ["*"], operations: ["*"] };
  return { budget: { id, ...scope, per: "actor", windowMs: HOUR_MS, limit, amount: null }, key, amount };
}

function row(reserved: number, committed: number, more: Partial<BudgetRow> = {}): BudgetRow {
  return { budget: "hourly", key: "ann", windowStartMs: 0, reserved, committed, ...more };
}

test("what is held counts, what is released does not, what is committed does", () => {
  const book = new BudgetBook();
  const held = book.hold([charge(6)], 5);
  assert.deepEqual(held, [{ budget: "hourly", key: "ann", windowStartMs: 0, amount: 6 }]);
  assert.deepEqual(book.rows(held), [row(6, 0)]);
  assert.match(book.objection([charge(5)], 5)?.reason ?? "", /"hourly" has 4 of 10 left, and this takes 5/);
  assert.equal(book.objection([charge(4)], 5), null);
  book.settle(held, "release");
  assert.deepEqual(book.rows(held), [row(0, 0)]);
  assert.equal(book.objection([charge(10)], 5), null);
  const again = book.hold([charge(10)], 5);
  book.settle(again, "commit");
  assert.deepEqual(book.rows(again), [row(0, 10)]);
  assert.equal(book.objection([charge(1)], 5)?.code, "budget_exhausted");
  assert.equal(book.objection([charge(1, { key: "bea" })], 5), null, "another key has its own");
  assert.equal(book.objection([charge(1, { id: "other" })], 5), null, "another budget has its own");
});

test("several budgets are taken all or none", () => {
  const book = new BudgetBook();
  const both = [charge(5), charge(5, { id: "small", limit: 4 })];
  assert.equal(book.objection(both, 0)?.code, "budget_exhausted");
  assert.equal(book.size, 0);
});

test("a window begins at a whole multiple of its length, and starts from nothing", () => {
  const book = new BudgetBook();
  const before = book.hold([charge(10)], HOUR_MS - 1);
  assert.equal(book.objection([charge(1)], HOUR_MS - 1)?.code, "budget_exhausted");
  assert.equal(book.objection([charge(10)], HOUR_MS), null);
  const after = book.hold([charge(3)], HOUR_MS);
  assert.equal(after[0]?.windowStartMs, HOUR_MS);
  book.settle(before, "commit");
  assert.deepEqual(book.rows(after), [row(3, 0, { windowStartMs: HOUR_MS })], "the window before counts no more");
  assert.deepEqual(book.rows(before), []);
});

test("a clock that steps back does not open an earlier window again", () => {
  const book = new BudgetBook();
  book.hold([charge(10)], HOUR_MS);
  assert.equal(book.objection([charge(1)], HOUR_MS - 1)?.code, "budget_exhausted");
  assert.equal(book.objection([charge(1)], 2 * HOUR_MS), null);
  const held = book.hold([charge(4)], 2 * HOUR_MS);
  const back = book.hold([charge(3)], HOUR_MS);
  assert.deepEqual(
    book.rows([...held, ...back]),
    [row(7, 0, { windowStartMs: 2 * HOUR_MS })],
    "they are counted together",
  );
});

test("settling more than is held goes to 0, and what cannot be settled is left", () => {
  const book = new BudgetBook();
  const held = book.hold([charge(4)], 0);
  for (const _ of [1, 2, 3]) book.settle(held, "release");
  assert.deepEqual(book.rows(held), [row(0, 0)]);
  for (const amount of [Number.NaN, -5, 1.5, Number.POSITIVE_INFINITY]) {
    for (const how of ["commit", "release"] as const) {
      book.settle([{ budget: "hourly", key: "ann", windowStartMs: 0, amount }], how);
    }
  }
  book.settle([{ budget: "unknown", key: "ann", windowStartMs: 0, amount: 1 }], "commit");
  book.settle([{ budget: "hourly", key: "zoe", windowStartMs: 0, amount: 1 }], "release");
  book.settle([{ budget: "hourly", key: "ann", windowStartMs: 7, amount: 1 }], "commit");
  assert.deepEqual(book.rows(held), [row(0, 0)]);
  for (const _ of [1, 2])
    book.settle([{ ...(held[0] as (typeof held)[0]), amount: Number.MAX_SAFE_INTEGER }], "commit");
  assert.deepEqual(book.rows(held), [row(0, Number.MAX_SAFE_INTEGER)]);
  assert.equal(book.objection([charge(1, { limit: Number.MAX_SAFE_INTEGER })], 0)?.code, "budget_exhausted");
});

test("the largest numbers are compared exactly", () => {
  const book = new BudgetBook();
  const limit = Number.MAX_SAFE_INTEGER;
  book.hold([charge(limit - 1, { limit })], 0);
  assert.equal(book.objection([charge(1, { limit })], 0), null);
  assert.equal(book.objection([charge(2, { limit })], 0)?.code, "budget_exhausted");
  assert.equal(book.objection([charge(limit, { limit })], 0)?.code, "budget_exhausted");
});

test("rows of a reservation that names a counter twice are one", () => {
  const book = new BudgetBook();
  const held = book.hold([charge(1)], 0);
  assert.equal(book.rows([...held, ...held]).length, 1);
});

test("what was stored is taken over, of each counter the newest window", () => {
  const book = new BudgetBook();
  book.restore([row(9, 9), row(2, 3, { windowStartMs: HOUR_MS }), row(1, 1)], () => HOUR_MS);
  assert.equal(book.size, 1);
  assert.equal(book.objection([charge(6)], HOUR_MS)?.code, "budget_exhausted");
  assert.equal(book.objection([charge(5)], HOUR_MS), null);
  book.settle([{ budget: "hourly", key: "ann", windowStartMs: HOUR_MS, amount: 2 }], "release");
  assert.equal(book.objection([charge(7)], HOUR_MS), null);
});

test("a stored standing that cannot be one is refused as a whole", () => {
  const broken: readonly Partial<BudgetRow>[] = [
    { reserved: -1 },
    { committed: 1.5 },
    { reserved: Number.NaN },
    { windowStartMs: Number.POSITIVE_INFINITY },
    { committed: 2 ** 53 },
  ];
  for (const more of broken) {
    const book = new BudgetBook();
    const { code } = refusalOf(() => book.restore([row(1, 1), row(1, 1, { key: "bea", ...more })], () => HOUR_MS));
    assert.equal(code, "HP-GATEWAY-DATA");
    assert.equal(book.size, 0);
  }
});

test("counters have a bound: beyond it new ones are refused until windows end", () => {
  const book = new BudgetBook(3);
  for (const key of ["a", "b", "c"]) {
    assert.equal(book.objection([charge(1, { key })], 0), null);
    book.hold([charge(1, { key })], 0);
  }
  assert.equal(book.objection([charge(1, { key: "d" })], HOUR_MS - 1)?.code, "budget_error");
  assert.equal(book.objection([charge(1, { key: "a" })], HOUR_MS - 1), null, "those that are counted go on");
  assert.equal(book.size, 3);
  assert.equal(book.objection([charge(1, { key: "d" })], HOUR_MS), null);
  book.hold([charge(1, { key: "d" })], HOUR_MS);
  assert.equal(book.size, 1);
});

test("where one window ends the others stay, and room is looked for again when the next one ends", () => {
  const book = new BudgetBook(2);
  const over = (id: string, hours: number, amount: number): Charge => {
    const made = charge(amount, { id });
    return { ...made, budget: { ...made.budget, windowMs: hours * HOUR_MS } };
  };
  const daily = book.hold([charge(1), over("daily", 24, 3)], 0).slice(1);
  assert.equal(book.objection([over("monthly", 744, 1)], HOUR_MS), null, "the hourly one is over");
  book.hold([over("monthly", 744, 1)], HOUR_MS);
  assert.equal(book.size, 2);
  assert.deepEqual(book.rows(daily), [row(3, 0, { budget: "daily" })]);
  assert.equal(book.objection([charge(1)], 24 * HOUR_MS - 1)?.code, "budget_error");
  assert.equal(book.objection([over("daily", 24, 8)], 24 * HOUR_MS - 1)?.code, "budget_exhausted");
  assert.equal(book.objection([charge(1)], 24 * HOUR_MS), null, "the daily one is over");
  assert.deepEqual(book.rows(daily), []);
});

test("two new counters at once need room for two", () => {
  const book = new BudgetBook(1);
  assert.equal(book.objection([charge(1), charge(1, { id: "other" })], 0)?.code, "budget_error");
  assert.equal(book.objection([charge(1)], 0), null);
});

test("a budget that no policy has is kept for the longest window", () => {
  const book = new BudgetBook(1);
  book.restore([row(1, 0)], () => null);
  assert.equal(book.objection([charge(1, { key: "bea" })], 30 * 24 * HOUR_MS)?.code, "budget_error");
  assert.equal(book.objection([charge(1, { key: "bea" })], 31 * 24 * HOUR_MS), null);
});
