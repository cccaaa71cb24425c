import assert from "node:assert/strict";
import { test } from "node:test";
import type { HoldpointError } from "@holdpoint/core";
import { GATES } from "../registry.ts";
import { readConfig } from "./read-config.ts";

const CONFIG = "version: 1\nservice: s\nprofiles: { release: { gates: { soak-kpi: } } }\n";
const read = (soak: string): ReturnType<typeof readConfig> =>
  readConfig(new TextEncoder().encode(CONFIG + soak), "holdpoint.yaml", GATES);

test("a soak's runs lie where soak run puts them unless another folder is named", () => {
  assert.deepEqual(read("soak:\n  - { id: api }\n  - { id: pool, folder: stored/pool }\n").soaks, [
    { id: "api", folder: ".holdpoint/soak/api" },
    { id: "pool", folder: "stored/pool" },
  ]);
  assert.equal(Object.hasOwn(read(""), "soaks"), false, "without one there is no such part");
});

for (const [what, soak, line, says] of [
  ["no soak", "soak: []\n", 4, /./],
  ["a soak twice", "soak:\n  - { id: a }\n  - { id: a }\n", 6, /given twice/],
  ["a folder that leads out", "soak: [{ id: a, folder: ../b }]\n", 4, /right form/],
  ["an unknown key", "soak: [{ id: a, run: b }]\n", 4, /no key "run"/],
] as const) {
  test(`${what} is refused with its place`, () => {
    assert.throws(
      () => read(soak),
      (error: HoldpointError) => {
        assert.match(error.message, says);
        assert.equal(error.place.line, line);
        return error.code.startsWith("HP-CONFIG-");
      },
    );
  });
}
