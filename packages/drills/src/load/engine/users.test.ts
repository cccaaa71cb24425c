import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeExchange } from "./testing-transport.ts";
import { Users } from "./users.ts";

const SPANS = [
  { fromUs: 100, untilUs: 200, users: 2 },
  { fromUs: 300, untilUs: 400, users: 5 },
];

test("so many are free while a span runs, none before, between and after", () => {
  const users = new Users(SPANS);
  const free = [0, 99, 100, 199, 200, 299, 300, 399, 400, 1000].map((atUs) => users.free(atUs));
  assert.deepEqual(free, [0, 0, 2, 2, 0, 0, 5, 5, 0, 0]);
});

test("the next span is waited for; within one there is nothing to wait for", () => {
  const users = new Users(SPANS);
  const none = Number.POSITIVE_INFINITY;
  assert.deepEqual(
    [0, 100, 150, 200, 300, 400].map((atUs) => users.nextFromUs(atUs)),
    [100, none, none, 300, none, none],
  );
  assert.deepEqual(
    [new Users(SPANS).more(399), new Users(SPANS).more(400), new Users([]).more(0)],
    [true, false, false],
  );
});

test("one is free again when its flow has ended, not before; a stranger's end frees nobody", () => {
  const users = new Users(SPANS);
  const [first, second, stranger] = [0, 1, 2].map((index) => new FakeExchange(0, index)) as [
    FakeExchange,
    FakeExchange,
    FakeExchange,
  ];
  users.setsOut(first);
  assert.equal(users.free(100), 1);
  users.ended(first, second);
  assert.equal(users.free(100), 1);
  users.ended(stranger, null);
  assert.equal(users.free(100), 1);
  users.ended(second, null);
  assert.equal(users.free(100), 2);
});

test("those of the span before who are still under way count for the next one", () => {
  const users = new Users(SPANS);
  users.setsOut(new FakeExchange(0, 0));
  assert.equal(users.free(300), 4);
});
