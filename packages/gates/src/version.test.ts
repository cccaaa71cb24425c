import assert from "node:assert/strict";
import { test } from "node:test";
import { compareVersions } from "./version.ts";

const ASCENDING: readonly string[] = [
  "0.9",
  "1.0.0-alpha",
  "1.0.0-alpha.1",
  "1.0.0-alpha.beta",
  "1.0.0-beta",
  "1.0.0-beta.2",
  "1.0.0-beta.11",
  "1.0.0-rc.1",
  "1.0.0",
  "1.0.1",
  "1.2",
  "1.10.0",
  "2.0.0.1",
  "99999999999999999999.0.0",
];

test("the order is that of SemVer, with numbers compared as numbers", () => {
  for (const [index, a] of ASCENDING.entries()) {
    for (const [other, b] of ASCENDING.entries()) {
      assert.equal(Math.sign(compareVersions(a, b) ?? Number.NaN), Math.sign(index - other), `${a} ${b}`);
    }
  }
});

test("a leading v, build metadata and trailing zeros do not count", () => {
  assert.equal(compareVersions("v1.2.3", "1.2.3+build.7"), 0);
  assert.equal(compareVersions("1.2", "1.2.0"), 0);
});

test("another scheme has no order", () => {
  for (const version of ["", "1.0rc1", "latest", "2026a", "1.0.0-", "1..2"])
    assert.equal(compareVersions(version, "1.0.0"), null);
});
