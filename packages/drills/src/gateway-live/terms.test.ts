import assert from "node:assert/strict";
import { test } from "node:test";
import { adaptersOf, MODES, NOTHING, RULES } from "./terms.ts";

const UPSTREAM = { upstream: "http://127.0.0.1:1" };

test("every adapter has a way to be treated, and a rule that names it, but the one that must be denied", () => {
  const names = adaptersOf(UPSTREAM).map(({ name }) => name);
  assert.deepEqual(names, Object.keys(MODES));
  const named = RULES.flatMap(({ adapters }) => adapters);
  assert.equal(new Set(named).size, named.length, "no adapter is named twice");
  assert.deepEqual(
    names.filter((name) => !named.includes(name)),
    ["unheard"],
  );
  for (const name of named) assert.ok(names.includes(name), name);
});

test("exactly one adapter waits for a person, and no rule denies", () => {
  const escalated = RULES.filter(({ decision }) => decision === "escalate").flatMap(({ adapters }) => adapters);
  assert.deepEqual(escalated, ["asked"]);
  assert.ok(
    RULES.every(({ decision }) => decision !== "deny"),
    "what nobody allows is denied by nobody's word",
  );
});

test("only what may be repeated is told to be: an answer that is lost leaves an unknown outcome", () => {
  for (const { name, idempotent, url } of adaptersOf(UPSTREAM)) {
    assert.equal(idempotent, !["reset", "lost"].includes(MODES[name] ?? ""), name);
    assert.equal(url, UPSTREAM.upstream);
  }
  const unknown = Object.values(MODES).filter((mode) => mode === "reset" || mode === "lost");
  assert.deepEqual(unknown.toSorted(), ["lost", "reset"], "one before the effect, one after it");
});

test("a drill that tried nothing says nothing, of every part", () => {
  assert.equal(Object.keys(NOTHING).length, 9);
  for (const [part, list] of Object.entries(NOTHING)) assert.deepEqual(list, [], part);
});
