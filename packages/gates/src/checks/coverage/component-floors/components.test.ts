import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json } from "@holdpoint/core";
import { componentsParam } from "./components.ts";

test("a component is read with what it says and nothing else", () => {
  const components = [
    { id: "store", paths: ["src/store/**"], lines: 95.5, maxUncovered: 3 },
    { id: "api", paths: ["src/api/**", "src/http/**"], branches: 80, functions: 90 },
  ];
  assert.deepEqual(componentsParam({ components }), [
    { id: "store", paths: ["src/store/**"], floors: { lines: 95.5 }, maxUncovered: 3 },
    { id: "api", paths: ["src/api/**", "src/http/**"], floors: { branches: 80, functions: 90 }, maxUncovered: null },
  ]);
  assert.deepEqual(componentsParam({ components: [] }), []);
});

test("anything that would hold nothing is refused", () => {
  const good = { id: "a", paths: ["x"], lines: 1 };
  const wrong: readonly Json[] = [
    null,
    "a",
    {},
    [null],
    ["a"],
    [[]],
    [{}],
    [{ ...good, id: "" }],
    [{ ...good, id: 1 }],
    [{ ...good, paths: [] }],
    [{ ...good, paths: "x" }],
    [{ id: "a", paths: ["x"] }],
    [{ ...good, line: 90 }],
    [{ ...good, lines: 101 }],
    [{ ...good, lines: "90" }],
    [{ ...good, maxUncovered: -1 }],
    [good, good],
  ];
  for (const components of wrong) {
    assert.throws(() => componentsParam({ components }), { code: "HP-CONFIG-VALUE" }, JSON.stringify(components));
  }
});
