import assert from "node:assert/strict";
import { test } from "node:test";
import { changeItems, changeJson, dropItems } from "./change-json.ts";
import type { ProxyAnswer } from "./lie.ts";

const answer = (body: string): ProxyAnswer => ({ status: 200, headers: { etag: "1" }, body });

test("only what is changed counts as changed", () => {
  assert.equal(
    changeJson(answer('{"a":1}'), (json) => json),
    null,
  );
  assert.equal(
    changeJson(answer("no json"), () => ({ a: 2 })),
    null,
  );
  assert.deepEqual(
    changeJson(answer('{"a":1}'), (json) => ({ ...json, a: 2 })),
    {
      status: 200,
      headers: { etag: "1" },
      body: '{"a":2}',
    },
  );
});

test("one thing and a page of things are changed alike", () => {
  const change = (item: object): { b: number } => ({ ...item, b: 1 });
  assert.equal(changeItems(answer('{"a":1}'), change)?.body, '{"a":1,"b":1}');
  assert.equal(
    changeItems(answer('{"items":[{"a":1}],"cursor":null}'), change)?.body,
    '{"items":[{"a":1,"b":1}],"cursor":null}',
  );
});

test("items are left out of pages, and of nothing else", () => {
  const isOne = (item: object): boolean => "one" in item;
  assert.equal(dropItems(answer('{"items":[{"one":1},{"two":2}]}'), isOne)?.body, '{"items":[{"two":2}]}');
  assert.equal(dropItems(answer('{"items":[{"two":2}]}'), isOne), null);
  assert.equal(dropItems(answer('{"one":1}'), isOne), null);
});
