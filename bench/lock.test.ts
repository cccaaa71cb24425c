import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import type { Lock } from "../house/rules/lock.ts";
import { absentOptionals, resolvedHosts, withoutIntegrity } from "../house/rules/lock.ts";

const PACKAGES_MIN = 50;

describe("lockfile of the bench", () => {
  const lock = JSON.parse(readFileSync(new URL("package-lock.json", import.meta.url), "utf8")) as Lock;

  test("there is something in it", () => assert.ok(Object.keys(lock.packages).length >= PACKAGES_MIN));

  test("npm ci installs it on every platform, from everywhere", () => {
    assert.deepEqual(absentOptionals(lock), []);
    assert.deepEqual(resolvedHosts(lock), []);
    assert.deepEqual(withoutIntegrity(lock), []);
  });
});
