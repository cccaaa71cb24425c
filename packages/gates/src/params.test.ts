import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json } from "@holdpoint/core";
import { choiceParam, countParam, countsParam, percentParam, stringsParam } from "./params.ts";

const READERS: readonly {
  readonly name: string;
  readonly read: (value: Json) => unknown;
  readonly good: readonly Json[];
  readonly bad: readonly Json[];
}[] = [
  {
    name: "count",
    read: (value) => countParam({ p: value }, "p"),
    good: [0, 1, 2 ** 53 - 1],
    bad: [-1, 0.5, 2 ** 53, Number.NaN, Infinity, "1", null, true, [], {}],
  },
  {
    name: "percent",
    read: (value) => percentParam({ p: value }, "p"),
    good: [0, 89.95, 100],
    bad: [-0.1, 100.1, Number.NaN, "80", null, []],
  },
  {
    name: "choice",
    read: (value) => choiceParam({ p: value }, "p", ["warn", "allow"]),
    good: ["warn", "allow"],
    bad: ["Warn", "", 1, null, ["warn"]],
  },
  { name: "texts", read: (value) => stringsParam({ p: value }, "p"), good: [[], ["a"]], bad: ["a", [1], [null], {}] },
  {
    name: "counts",
    read: (value) => countsParam({ p: value }, "p"),
    good: [[], [1, 101]],
    bad: [1, ["1"], [-1], [0.5]],
  },
];

for (const { name, read, good, bad } of READERS) {
  test(`a ${name} parameter is read as it is or refused`, () => {
    for (const value of good) assert.deepEqual(read(value), value);
    for (const value of bad) assert.throws(() => read(value), { code: "HP-CONFIG-VALUE", message: /"p" must be/ });
  });
}

test("an absent parameter is refused by name", () => {
  assert.throws(() => countParam({}, "max"), { message: 'the parameter "max" must be a whole number, but is nothing' });
});
