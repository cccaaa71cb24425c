import assert from "node:assert/strict";
import { test } from "node:test";
import { lockedPackages } from "./locked-packages.ts";
import { installedOf, lockfileOf } from "./testing.ts";

const LOCK = lockfileOf({
  "": { version: "1.0.0" },
  "packages/own": { version: "1.0.0" },
  "node_modules/own": { resolved: "packages/own", link: true },
  "node_modules/a": { version: "1.0.0", integrity: "sha512-a", license: "ISC", devOptional: true },
  "node_modules/a/node_modules/b": { version: "2.0.0", inBundle: true },
  "node_modules/a/node_modules/b/node_modules/c": { version: "3.0.0", inBundle: true, hasInstallScript: true },
  "node_modules/alias": { name: "@s/real", version: "4.0.0", optional: true },
  "node_modules/empty": {},
});

test("own packages and links are left out, all others are there", () => {
  assert.deepEqual(
    lockedPackages(LOCK, new Map()).map(({ path }) => path),
    [
      "node_modules/a",
      "node_modules/a/node_modules/b",
      "node_modules/a/node_modules/b/node_modules/c",
      "node_modules/alias",
      "node_modules/empty",
    ],
  );
});

test("a bundled package is covered by the archive that it came in", () => {
  const integrities = lockedPackages(LOCK, new Map()).map(({ integrity }) => integrity);
  assert.deepEqual(integrities, ["sha512-a", "sha512-a", "sha512-a", null, null]);
});

test("a bundled package at the top is covered by nothing", () => {
  const lock = lockfileOf({ "": { version: "1.0.0" }, "node_modules/a": { version: "1.0.0", inBundle: true } });
  assert.equal(lockedPackages(lock, new Map())[0]?.integrity, null);
});

test("what is installed adds licences and scripts, and never takes a script away", () => {
  const installed = new Map([
    ["node_modules/a", installedOf("a", "1.0.0", { licence: "GPL-3.0-only", installScript: true })],
    ["node_modules/a/node_modules/b", installedOf("b", "2.0.0", { licence: "MIT" })],
    ["node_modules/a/node_modules/b/node_modules/c", installedOf("c", "3.0.0", { licence: null })],
  ]);
  const found = lockedPackages(LOCK, installed).map(({ licence, installScript }) => [licence, installScript]);
  assert.deepEqual(found, [
    ["ISC", true],
    ["MIT", false],
    [null, true],
    [null, false],
    [null, false],
  ]);
});

test("an alias has its real name, an entry without version an empty one", () => {
  const found = lockedPackages(LOCK, new Map()).map(({ name, version, dev, optional }) => [
    name,
    version,
    dev,
    optional,
  ]);
  assert.deepEqual(found[3], ["@s/real", "4.0.0", false, true]);
  assert.deepEqual(found[4], ["empty", "", false, false]);
  assert.deepEqual(found[0]?.slice(2), [true, true]);
});
