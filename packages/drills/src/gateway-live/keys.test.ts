import assert from "node:assert/strict";
import { test } from "node:test";
import type { GatewayKey } from "@holdpoint/core";
import { upstreamCall, scriptedHouse } from "../gateway/testing-house.ts";
import { objectOf } from "../http-probe.ts";
import { tryKey } from "./keys.ts";

type Answer = "same" | "conflict" | "new" | "other-error";

interface Keyed {
  readonly key: GatewayKey | undefined;
  readonly keys: readonly (string | undefined)[];
  readonly numbers: readonly unknown[];
}

/** A gateway that answers the same body with the one action, and another body as it is told. */
async function keyed(other: Answer, again: Answer = "same"): Promise<Keyed> {
  const keys: (string | undefined)[] = [];
  const numbers: unknown[] = [];
  let made = 0;
  const make = () => {
    scripted.calls.push(upstreamCall("/keyed"));
    return { json: { id: `act_${(made += 1)}` } };
  };
  const scripted = scriptedHouse((method, _, { body, headers }) => {
    if (method === "GET") return { json: { state: "SUCCEEDED" } };
    const n = objectOf(objectOf(body)["arguments"])["n"];
    keys.push(headers?.["idempotency-key"]);
    numbers.push(n);
    const answer = n === 2 ? other : made === 0 ? "new" : again;
    if (answer === "new") return make();
    if (answer === "same") return { json: { id: "act_1" } };
    if (answer === "conflict") return { status: 409, json: { code: "HP-GATEWAY-KEY-REUSED" } };
    return { status: 500, json: {} };
  });
  const { keys: seen } = await tryKey(scripted);
  return { key: seen[0], keys, numbers };
}

test("one key, several times at once and once more, then with another body", async () => {
  const { key, keys, numbers } = await keyed("conflict");
  assert.equal(new Set(keys).size, 1);
  assert.equal(keys[0], key?.key);
  assert.deepEqual(numbers, [0, 0, 0, 0, 0, 2]);
  assert.deepEqual(
    { ...key, key: "" },
    {
      key: "",
      submissions: 5,
      actions: 1,
      effects: 1,
      otherBodyStatus: 409,
      otherBodyCode: "HP-GATEWAY-KEY-REUSED",
    },
  );
});

test("another body that is done under the key shows in its status and its effect", async () => {
  const { key } = await keyed("new");
  assert.deepEqual([key?.otherBodyStatus, key?.otherBodyCode, key?.actions, key?.effects], [200, null, 1, 2]);
});

test("a key that is forgotten makes as many actions as it was sent", async () => {
  const { key } = await keyed("conflict", "new");
  assert.deepEqual([key?.actions, key?.effects], [5, 5]);
});

test("submissions that are not answered with an action count as another action than the first", async () => {
  const { key } = await keyed("other-error", "other-error");
  assert.deepEqual([key?.actions, key?.effects, key?.otherBodyStatus, key?.otherBodyCode], [2, 1, 500, null]);
});
