import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import { bytesOf, lockfileOf } from "../testing.ts";
import { readLockfile } from "./read-lockfile.ts";

test("an entry has everything that the checks ask for", () => {
  const { entries, version, name } = lockfileOf({
    "": { name: "app", version: "1.0.0", workspaces: ["packages/*"], dependencies: { a: "1.0.0" } },
    "node_modules/a": {
      version: "1.0.0",
      resolved: "https://example.invalid/a/-/a-1.0.0.tgz",
      integrity: "sha512-x",
      license: "MIT",
      dev: true,
      hasInstallScript: true,
      os: ["linux", "!win32"],
      cpu: "x64",
      inBundle: true,
      devOptional: true,
      optional: true,
      peerDependencies: { b: "*" },
      engines: { node: "*" },
      funding: [1],
    },
    "node_modules/alias": { name: "real", version: "2.0.0" },
    "node_modules/own": { resolved: "packages/own", link: true },
    "packages/own": { version: "1.0.0" },
  });
  assert.deepEqual([version, name, entries.size], [3, "app", 5]);
  const a = entries.get("node_modules/a");
  assert.deepEqual(
    { ...a, ranges: a?.ranges.peerDependencies.get("b") },
    {
      path: "node_modules/a",
      name: null,
      version: "1.0.0",
      resolved: "https://example.invalid/a/-/a-1.0.0.tgz",
      integrity: "sha512-x",
      link: false,
      licence: "MIT",
      installScript: true,
      dev: true,
      optional: true,
      devOptional: true,
      bundled: true,
      os: ["linux", "!win32"],
      cpu: ["x64"],
      ranges: "*",
      workspaces: [],
    },
  );
  assert.equal(entries.get("node_modules/alias")?.name, "real");
  assert.equal(entries.get("node_modules/own")?.link, true);
});

test("a package called __proto__ is one like any other", () => {
  const text =
    '{"lockfileVersion":3,"packages":{"node_modules/__proto__":{"version":"1.0.0","dependencies":{"__proto__":"1"}}}}';
  const entry = readLockfile(Buffer.from(text), "l").entries.get("node_modules/__proto__");
  assert.deepEqual([...(entry?.ranges.dependencies ?? [])], [["__proto__", "1"]]);
});

type Broken = readonly [what: string, json: unknown, code: string, line?: number];
const one = (entry: unknown): unknown => ({ lockfileVersion: 3, packages: { "": {}, "node_modules/a": entry } });
const at = (path: string): unknown => ({ lockfileVersion: 3, packages: { [path]: {} } });

const BROKEN: readonly Broken[] = [
  ["a list", [], "HP-READ-NOT-THE-FORMAT", 1],
  ["no version", { packages: {} }, "HP-READ-NOT-THE-FORMAT", 1],
  ["version 1", { name: "a", lockfileVersion: 1, dependencies: {} }, "HP-DEPS-LOCKFILE-VERSION", 3],
  ["version 4", { lockfileVersion: 4, packages: {} }, "HP-DEPS-LOCKFILE-VERSION", 2],
  ["version as text", { lockfileVersion: "3", packages: {} }, "HP-DEPS-LOCKFILE-VERSION", 2],
  ["no packages", { lockfileVersion: 3 }, "HP-READ-NOT-THE-FORMAT"],
  ["packages as a list", { lockfileVersion: 3, packages: [] }, "HP-READ-NOT-THE-FORMAT", 3],
  ["an entry as text", one("1.0.0"), "HP-READ-SYNTAX", 5],
  ["a version as number", one({ version: 1 }), "HP-READ-SYNTAX", 5],
  ["a flag as text", one({ optional: "true" }), "HP-READ-SYNTAX", 5],
  ["ranges as a list", one({ dependencies: [] }), "HP-READ-SYNTAX", 5],
  ["a link to nowhere", one({ link: true, resolved: "packages/none" }), "HP-READ-SYNTAX", 5],
  ["a link without target", one({ link: true }), "HP-READ-PATH", 5],
  ["a link that leads out", one({ link: true, resolved: "../other" }), "HP-READ-PATH", 5],
  ["a path that leads out", at("../other"), "HP-READ-PATH", 4],
  ["a path that leads out in the middle", at("node_modules/../../a"), "HP-READ-PATH", 4],
  ["an absolute path", at("/etc"), "HP-READ-PATH", 4],
  ["a path of another system", at("C:/a"), "HP-READ-PATH", 4],
  ["a path with backslashes", at("node_modules\\a"), "HP-READ-PATH", 4],
  ["a path with a point", at("./a"), "HP-READ-PATH", 4],
];

describe("what is no lockfile ends with its position", () => {
  for (const [what, json, code, line] of BROKEN) {
    test(what, () => {
      assert.throws(
        () => readLockfile(bytesOf(json), "package-lock.json"),
        (thrown) => {
          assert.ok(isHoldpointError(thrown));
          assert.deepEqual([thrown.code, thrown.place.file, thrown.place.line], [code, "package-lock.json", line]);
          return true;
        },
      );
    });
  }
});
