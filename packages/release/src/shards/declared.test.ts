import assert from "node:assert/strict";
import { test } from "node:test";
import { configOf, NO_COVERAGE } from "../testing.ts";
import { declaredShards, globsOf, mayBring, suitesOf } from "./declared.ts";
import { MATRIX } from "./testing-shards.ts";

test("shards are declared by judged suites, reports and components", () => {
  assert.deepEqual(declaredShards(MATRIX), ["api", "auth"]);
  const component = {
    id: "c",
    paths: ["x"],
    floors: {},
    maxUncovered: {},
    shards: ["browser"],
    tags: [],
    critical: false,
    advisoryUntil: null,
  };
  assert.deepEqual(declaredShards(configOf({ coverage: { ...NO_COVERAGE, components: [component] } })), ["browser"]);
  assert.deepEqual(declaredShards(configOf()), []);
});

test("a shard has its own suites and may bring only what they and its reports write", () => {
  assert.deepEqual(
    suitesOf(MATRIX, "api").map(({ id }) => id),
    ["api-tests"],
  );
  assert.deepEqual(globsOf(MATRIX, "api"), ["reports/api/*.xml", "reports/api.info"]);
  assert.deepEqual(suitesOf(MATRIX, "unjudged"), []);
  const may = mayBring(MATRIX, "api");
  assert.deepEqual(["reports/api/a.xml", "reports/api.info", "reports/auth/a.xml", "src/a.ts"].map(may), [
    true,
    true,
    false,
    false,
  ]);
});
