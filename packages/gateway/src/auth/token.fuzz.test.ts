import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import fc from "fast-check";
import { bearerToken, digestToken, newToken } from "./token.ts";
import { TokenStore } from "./token-store.ts";

const MAKINGS = { nowMs: () => Date.UTC(2026, 0, 2), randomBytes };

test("whatever the header is, what comes out is a token that stands in it, or nothing", () => {
  const scheme = fc.constantFrom("Bearer ", "bearer  ", "Basic ", "BEARER\t", "");
  const word = fc.stringMatching(/^[A-Za-z0-9_-]{20,140}$/);
  const after = fc.constantFrom("", "", "", ",", " ", "!");
  const header = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.tuple(scheme, fc.string()).map((parts) => parts.join("")),
    fc.tuple(fc.constantFrom("Bearer ", "bearer "), word, after).map((parts) => parts.join("")),
  );
  let found = 0;
  fc.assert(
    fc.property(header, (text) => {
      const token = bearerToken(text);
      if (token === null) return;
      found += 1;
      assert.match(token, /^[A-Za-z0-9_-]{24,128}$/);
      assert.ok(text.endsWith(token) && /^bearer +$/i.test(text.slice(0, -token.length)));
    }),
    { numRuns: 500 },
  );
  assert.ok(found > 50, `${found} headers held a token`);
});

test("nobody is let in by anything but the whole token", (t) => {
  const store = TokenStore.open(scratch(t), MAKINGS);
  const { token, record } = store.add("ann", ["requester"]);
  assert.equal(store.holderOf(token)?.actor, "ann");
  assert.equal(store.holderOf(record.sha256), null, "the digest that is stored is no token");
  assert.equal(store.holderOf(record.id), null);
  fc.assert(
    fc.property(
      fc.nat({ max: token.length - 1 }),
      fc.constantFrom("a", "c", "X", "Z", "0", "9", "_", "-"),
      (at, letter) => {
        const other = token.slice(0, at) + letter + token.slice(at + 1);
        assert.equal(store.holderOf(other)?.actor ?? null, other === token ? "ann" : null);
        assert.equal(store.holderOf(token.slice(0, at)), null);
        assert.equal(store.holderOf(token + letter), null);
      },
    ),
    { numRuns: 300 },
  );
});

test("any sequence of additions, removals and restarts leaves exactly those in that should be", (t) => {
  const actor = fc.constantFrom("ann", "bob", "eve");
  const step = fc.oneof(
    fc.record({ kind: fc.constant("add" as const), actor }),
    fc.record({ kind: fc.constant("remove" as const), at: fc.nat({ max: 9 }) }),
    fc.record({ kind: fc.constant("restart" as const) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const folder = scratch(t);
      let store = TokenStore.open(folder, MAKINGS);
      const held: { id: string; token: string; actor: string }[] = [];
      const gone: string[] = [];
      for (const one of steps) {
        if (one.kind === "restart") store = TokenStore.open(folder, MAKINGS);
        else if (one.kind === "add") {
          const { record, token } = store.add(one.actor, ["observer"]);
          held.push({ id: record.id, token, actor: one.actor });
        } else if (held.length > 0) {
          const [{ id, token } = assert.fail()] = held.splice(one.at % held.length, 1);
          assert.ok(store.remove(id));
          gone.push(token);
        }
      }
      for (const { token, actor: name } of held) assert.equal(store.authenticate(`Bearer ${token}`)?.actor, name);
      for (const token of gone) assert.equal(store.authenticate(`Bearer ${token}`), null);
      assert.equal(store.list().length, held.length);
    }),
    { numRuns: 20 },
  );
});

test("a token's digest is not its reverse, and two tokens never share one", () => {
  const tokens = Array.from({ length: 200 }, () => newToken(randomBytes));
  assert.equal(new Set(tokens.map(digestToken)).size, 200);
  for (const token of tokens) assert.match(digestToken(token), /^[0-9a-f]{64}$/);
});
