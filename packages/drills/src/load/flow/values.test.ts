import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { DataPlan } from "@holdpoint/core";
import { seededDraw } from "../schedule/random.ts";
import { planPlace } from "./place.ts";
import type { ArrivalValues } from "./values.ts";
import { valueOf } from "./values.ts";

const USERS: DataPlan = {
  name: "users",
  pick: "sequential",
  rows: [
    { id: "1", name: "ann" },
    { id: "2", name: "bob" },
  ],
};
const ITEMS: DataPlan = { name: "items", pick: "random", rows: [{ id: "9", sku: "x" }] };

const arrival = (index: number): ArrivalValues => ({
  index,
  draw: seededDraw(index),
  extracted: new Map([["token", "t-1"]]),
  rows: new Map(),
});
const find = (name: string, data: readonly DataPlan[] = [USERS, ITEMS]): ReturnType<typeof valueOf> =>
  valueOf(name, { text: `/${name}`, pointer: "flows[0].steps[0].path", placeOf: planPlace }, 1, {
    data,
    extracted: ["token"],
  });

describe("values", () => {
  test("of the run: a number of its own for each arrival, an identifier, a number within bounds", () => {
    assert.equal(find("seq")(arrival(12)), "12");
    const ids = new Set(Array.from({ length: 500 }, (_, index) => find("uuid")(arrival(index))));
    assert.equal(ids.size, 500);
    for (const id of ids) assert.match(id, /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    const { draw, ...rest } = arrival(3);
    const drawn = Array.from({ length: 300 }, () => Number(find("random.-1.2")({ draw, ...rest })));
    assert.deepEqual(
      [...new Set(drawn)].toSorted((one, other) => one - other),
      [-1, 0, 1, 2],
    );
  });

  test("of an earlier step, and of a row: one row an arrival, by set and by column alone", () => {
    assert.equal(find("token")(arrival(0)), "t-1");
    const first = arrival(0);
    assert.deepEqual(
      [find("users.id")(first), find("users.name")(first), find("data.name")(first)],
      ["1", "ann", "ann"],
    );
    assert.equal(find("users.name")(arrival(3)), "bob");
    assert.equal(find("data.sku")(arrival(3)), "x");
  });

  test("drawn again from the same seed", () => {
    assert.equal(find("uuid")(arrival(5)), find("uuid")(arrival(5)));
  });
});

describe("names that nothing gives", () => {
  const refused = (name: string, message: RegExp, data?: readonly DataPlan[]): void => {
    assert.throws(
      () => find(name, data),
      (thrown: Error & { code?: string; place?: unknown }) => {
        assert.equal(thrown.code, "HP-LOAD-PLACEHOLDER");
        assert.deepEqual(thrown.place, { column: 2 });
        assert.match(thrown.message, message);
        return true;
      },
    );
  };

  test("are told, with the name that was probably meant", () => {
    refused("tokne", /nothing gives \$\{tokne\}; did you mean "token"\?/);
    refused("users.nmae", /did you mean "users\.name"/);
    refused("nobody.id", /nothing gives/);
    refused("", /nothing gives/);
    refused("data.none", /nothing gives/);
    refused("random.5.1", /5 is above 1/);
    refused("users.id", /nothing gives/, []);
  });

  test("two sets with the column, and a row without it, are not guessed at", () => {
    refused("data.id", /several data sets have the column id: users, items/);
    refused("users.name", /row 2 of users has no name/, [{ ...USERS, rows: [{ name: "ann" }, { id: "2" }] }]);
  });
});
