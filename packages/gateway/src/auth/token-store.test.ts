import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import { ROLES } from "../contract/principal.ts";
import { TokenStore } from "./token-store.ts";
import { makeTrialTokens } from "./trial-tokens.ts";

const MAKINGS = { nowMs: () => Date.UTC(2026, 0, 2), randomBytes };

test("a token lets its actor in, with its roles, until it is removed", (t) => {
  const store = TokenStore.open(scratch(t), MAKINGS);
  const { record, token } = store.add("ann", ["requester", "observer"]);
  const principal = store.authenticate(`Bearer ${token}`);
  assert.equal(principal?.actor, "ann");
  assert.deepEqual([...(principal?.roles ?? [])], ["requester", "observer"]);
  assert.equal(store.holderOf(token)?.actor, "ann");
  for (const header of [
    undefined,
    "",
    "Bearer ",
    `Bearer ${token}x`,
    `Bearer ${token.slice(0, -1)}`,
    `Basic ${token}`,
  ]) {
    assert.equal(store.authenticate(header), null);
  }
  assert.ok(store.remove(record.id));
  assert.equal(store.authenticate(`Bearer ${token}`), null);
  assert.ok(!store.remove(record.id));
});

test("a token is rotated without a gap", (t) => {
  const store = TokenStore.open(scratch(t), MAKINGS);
  const old = store.add("ann", ["requester"]);
  const next = store.add("ann", ["requester"]);
  for (const { token } of [old, next]) assert.equal(store.authenticate(`Bearer ${token}`)?.actor, "ann");
  store.remove(old.record.id);
  assert.equal(store.authenticate(`Bearer ${old.token}`), null);
  assert.equal(store.authenticate(`Bearer ${next.token}`)?.actor, "ann");
});

test("tokens are hashed at rest, readable by their owner alone, and valid after a restart", (t) => {
  const folder = scratch(t);
  const { token } = TokenStore.open(folder, MAKINGS).add("ann", ["operator"]);
  const file = join(folder, "tokens.json");
  assert.equal(statSync(file).mode & 0o777, 0o600);
  for (const name of readdirSync(folder)) {
    const text = readFileSync(join(folder, name), "utf8");
    assert.ok(!text.includes(token) && !text.includes(token.slice(3)));
  }
  assert.match(readFileSync(file, "utf8"), /"created_at": "2026-01-02T00:00:00.000Z"/);
  assert.equal(TokenStore.open(folder, MAKINGS).authenticate(`Bearer ${token}`)?.actor, "ann");
});

test("what another process added or removed counts after a reload, and is never undone", (t) => {
  const folder = scratch(t);
  const gateway = TokenStore.open(folder, MAKINGS);
  const command = TokenStore.open(folder, MAKINGS);
  const ann = command.add("ann", ["requester"]);
  assert.equal(gateway.authenticate(`Bearer ${ann.token}`), null);
  gateway.reload();
  assert.equal(gateway.authenticate(`Bearer ${ann.token}`)?.actor, "ann");
  command.remove(ann.record.id);
  const bob = gateway.add("bob", ["requester"]);
  assert.deepEqual(
    gateway.list().map(({ actor }) => actor),
    ["bob"],
  );
  assert.equal(gateway.authenticate(`Bearer ${ann.token}`), null);
  assert.ok(command.remove(bob.record.id));
});

test("a malformed file keeps the gateway from starting, and from changing at a reload", (t) => {
  const folder = scratch(t);
  const store = TokenStore.open(folder, MAKINGS);
  const { token } = store.add("ann", ["requester"]);
  const file = join(folder, "tokens.json");
  writeFileSync(file, readFileSync(file, "utf8").replace("requester", "root"));
  const refusal = { code: "HP-READ-NOT-THE-FORMAT", place: { file } };
  assert.throws(() => TokenStore.open(folder, MAKINGS), refusal);
  assert.throws(() => store.reload(), refusal);
  assert.throws(() => store.add("bob", ["requester"]), refusal);
  assert.equal(store.authenticate(`Bearer ${token}`)?.actor, "ann");
});

test("a folder in the file's place is refused", (t) => {
  const folder = scratch(t);
  mkdirSync(join(folder, "tokens.json"));
  assert.throws(() => TokenStore.open(folder, MAKINGS), { code: "HP-READ-FAILED" });
});

test("an actor or roles that are none make no token", (t) => {
  const store = TokenStore.open(scratch(t), MAKINGS);
  assert.throws(() => store.add("two words", ["requester"]), { code: "HP-USAGE" });
  assert.throws(() => store.add("ann", []), { code: "HP-USAGE" });
  assert.throws(
    () =>
      store.addAll([
        { actor: "ann", roles: ["requester"] },
        { actor: "bob", roles: ["root"] },
      ]),
    {
      code: "HP-USAGE",
    },
  );
  assert.deepEqual(store.list(), []);
});

test("a trial has a token of each role once; they stay valid", (t) => {
  const folder = scratch(t);
  const tokens = makeTrialTokens(TokenStore.open(folder, MAKINGS));
  assert.ok(tokens !== null);
  const again = TokenStore.open(folder, MAKINGS);
  assert.equal(makeTrialTokens(again), null);
  for (const role of ROLES) {
    const principal = again.authenticate(`Bearer ${tokens[role]}`);
    assert.deepEqual([principal?.actor, [...(principal?.roles ?? [])]], [role, [role]]);
  }
});
