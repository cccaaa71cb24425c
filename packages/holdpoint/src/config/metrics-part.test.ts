import assert from "node:assert/strict";
import { test } from "node:test";
import { FIXTURE_GATES, FIXTURE_YAML } from "./fixture.ts";
import { readConfig } from "./read-config.ts";

const read = (metrics: string): ReturnType<typeof readConfig> =>
  readConfig(new TextEncoder().encode(`${FIXTURE_YAML}\nmetrics: ${metrics}\n`), "holdpoint.yaml", FIXTURE_GATES);

test("pages of metrics are read with their defaults", () => {
  assert.deepEqual(read("[{ id: api, files: [m/*.prom] }, { id: db, files: [d], wanted: [up] }]").metrics, [
    { id: "api", files: ["m/*.prom"], wanted: [] },
    { id: "db", files: ["d"], wanted: ["up"] },
  ]);
  const bytes = new TextEncoder().encode(FIXTURE_YAML);
  assert.ok(!Object.hasOwn(readConfig(bytes, "holdpoint.yaml", FIXTURE_GATES), "metrics"));
});

test("what cannot be is refused with its place", () => {
  const cases = [
    ["[]", "HP-CONFIG-VALUE"],
    ["[{ id: api }]", "HP-CONFIG-VALUE"],
    ["[{ id: api, files: [] }]", "HP-CONFIG-VALUE"],
    ["[{ id: api, files: [../x] }]", "HP-CONFIG-VALUE"],
    ["[{ id: api, files: [x], wantd: [up] }]", "HP-CONFIG-UNKNOWN-KEY"],
    ["[{ id: api, files: [x] }, { id: api, files: [y] }]", "HP-CONFIG-REFERENCE"],
  ] as const;
  for (const [metrics, code] of cases) {
    assert.throws(
      () => read(metrics),
      (thrown: { code?: string; place?: { line?: number } }) => thrown.code === code && (thrown.place?.line ?? 0) > 10,
      metrics,
    );
  }
});
