import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json } from "@holdpoint/core";
import type { Exchange } from "../http-probe.ts";
import { allItems, digestOfJson, errorCodeOf, idOf, itemsOf, numberOf, stateOf, traceIdOf } from "./answers.ts";
import type { House } from "./house.ts";

const exchange = (json: Json, status = 200): Exchange => {
  return { method: "GET", path: "/", status, headers: {}, text: "", json, code: null, durationMs: 0 };
};

test("members of answers are read, and are empty where they are not there", () => {
  assert.deepEqual([idOf(exchange({ id: "a" })), idOf(exchange(null))], ["a", ""]);
  assert.deepEqual([stateOf(exchange({ state: "DEAD" })), stateOf(exchange([]))], ["DEAD", ""]);
  assert.deepEqual([errorCodeOf({ error: { code: "HP-X" } }), errorCodeOf({})], ["HP-X", ""]);
  assert.deepEqual([itemsOf(exchange({ items: [{ a: 1 }, 2] })), itemsOf(exchange({}))], [[{ a: 1 }, {}], []]);
  assert.deepEqual([numberOf(0), numberOf("0"), numberOf(undefined)], [0, null, null]);
});

test("a trace id is read out of a sound traceparent only", () => {
  const trace = "4bf92f3577b34da6a3ce929d0e0e4736";
  assert.equal(traceIdOf(`00-${trace}-00f067aa0ba902b7-01`), trace);
  for (const bad of ["", null, undefined, trace, `00-${trace}-1`, `00-${trace.toUpperCase()}-00f067aa0ba902b7-01`]) {
    assert.equal(traceIdOf(bad), null);
  }
});

test("the digest is that of the content, whatever the order of members", () => {
  assert.equal(digestOfJson({ a: 1, b: 2 }), digestOfJson({ b: 2, a: 1 }));
  assert.notEqual(digestOfJson({ a: 1 }), digestOfJson({ a: 2 }));
});

function houseOf(pages: readonly Exchange[]): { house: House; asked: string[] } {
  const asked: string[] = [];
  const get = async (path: string): Promise<Exchange> => {
    asked.push(path);
    return pages[Math.min(asked.length, pages.length) - 1] as Exchange;
  };
  return { house: { get } as House, asked };
}

test("all pages of a list are read", async () => {
  const { house, asked } = houseOf([
    exchange({ items: [{ n: 1 }], cursor: "a b" }),
    exchange({ items: [{ n: 2 }], cursor: null }),
  ]);
  assert.deepEqual(await allItems(house, "/v1/actions?state=DEAD"), [{ n: 1 }, { n: 2 }]);
  assert.deepEqual(asked, ["/v1/actions?state=DEAD&limit=200", "/v1/actions?state=DEAD&limit=200&cursor=a%20b"]);
});

test("a list that is refused, or has no end, is no list", async () => {
  await assert.rejects(allItems(houseOf([exchange({}, 403)]).house, "/v1/actions"), /answered 403/);
  const endless = houseOf([exchange({ items: [], cursor: "again" })]);
  await assert.rejects(allItems(endless.house, "/v1/actions"), /more pages/);
  assert.equal(endless.asked.length, 50);
});
