import assert from "node:assert/strict";
import { test } from "node:test";
import { leaksIn } from "./leaks.ts";

const secrets = { tokens: ["hp_secret"], paths: ["/srv/data", "/"] };
const kinds = (body: string): string[] => leaksIn({ body }, secrets).map(({ kind }) => kind);

test("a token, a path and a stack are found where they stand", () => {
  const texts = { location: "/x?token=hp_secret", body: "ENOENT /srv/data/ledger.db" };
  assert.deepEqual(leaksIn(texts, secrets), [
    { kind: "token", where: "location" },
    { kind: "path", where: "body" },
  ]);
});

test("stacks are told from sentences", () => {
  const stack = new Error("x").stack ?? "";
  assert.deepEqual(kinds(stack), ["stack"]);
  assert.deepEqual(kinds(JSON.stringify({ detail: stack })), ["stack"]);
  assert.deepEqual(kinds("thrown in node:internal/process"), ["stack"]);
  assert.deepEqual(kinds("look at line 3:4 at noon"), []);
  assert.deepEqual(kinds("the field /arguments is wrong"), [], "the root folder is in every path");
});

test("an empty token is in every text and counts for nothing", () => {
  assert.deepEqual(leaksIn({ body: "x" }, { tokens: [""], paths: [] }), []);
});
