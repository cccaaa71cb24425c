import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { ROOT } from "../scripts/root.ts";
import type { Lock, LockEntry } from "./rules/lock.ts";
import { absentOptionals, installScripts, resolvedHosts, withoutIntegrity } from "./rules/lock.ts";
import type { Manifest } from "./rules/manifests.ts";
import { pinViolations } from "./rules/manifests.ts";
import { assertNone } from "./rules/violation.ts";

const PACKAGES_MIN = 50;
const WORKSPACES_MIN = 7;

/** Packages that may run a script when they are installed: none. */
const INSTALL_SCRIPTS_ALLOWED: readonly string[] = [];

function manifests(): Manifest[] {
  return ["package.json", ...globSync(["{packages,examples}/*/package.json", "bench/package.json"], { cwd: ROOT })].map(
    (path) => ({ ...(JSON.parse(readFileSync(join(ROOT, path), "utf8")) as Manifest), path }),
  );
}

describe("lockfile of this repository", () => {
  const lock = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as Lock;

  test("there is something in it", () => assert.ok(Object.keys(lock.packages).length >= PACKAGES_MIN));

  test("every exact optional dependency has its own entry with integrity", () => {
    const owners = Object.values(lock.packages).filter((entry) => entry.optionalDependencies !== undefined);
    assert.ok(owners.length > 0);
    assert.deepEqual(absentOptionals(lock), []);
  });

  test("no entry names a host", () => assert.deepEqual(resolvedHosts(lock), []));
  test("every package has a digest", () => assert.deepEqual(withoutIntegrity(lock), []));
  test("no package runs a script at install", () => {
    assert.deepEqual(installScripts(lock, INSTALL_SCRIPTS_ALLOWED), []);
  });

  test("every dependency of every manifest is one exact version", () => {
    assert.ok(manifests().length > WORKSPACES_MIN);
    assertNone(manifests().flatMap(pinViolations));
  });

  test("all workspaces have one version, and it is the one that they ask of each other", () => {
    const versions = new Set(manifests().map(({ version }) => version));
    assert.equal(versions.size, 1, [...versions].join(", "));
    const [version] = versions;
    const asked = manifests().flatMap(({ dependencies }) =>
      Object.entries(dependencies ?? {}).filter(([name]) => /^@holdpoint\/|^holdpoint$/.test(name)),
    );
    assert.ok(asked.length >= WORKSPACES_MIN);
    assert.deepEqual(
      asked.filter(([, range]) => range !== version),
      [],
    );
  });
});

describe("planted lockfiles", () => {
  const lockOf = (packages: Record<string, LockEntry>): Lock => ({ packages });
  const digest = { version: "1.0.0", integrity: "sha512-AA==" };

  test("an optional dependency without entry, with another version, without integrity", () => {
    const owner = { ...digest, optionalDependencies: { "a-linux": "1.0.0" } };
    const found = (packages: Record<string, LockEntry>): number =>
      absentOptionals(lockOf({ "node_modules/a": owner, ...packages })).length;
    assert.equal(found({}), 1);
    assert.equal(found({ "node_modules/a-linux": { ...digest, version: "1.0.1" } }), 1);
    assert.equal(found({ "node_modules/a-linux": { version: "1.0.0" } }), 1);
    assert.equal(found({ "node_modules/b/node_modules/a-linux": digest }), 1);
    assert.equal(found({ "node_modules/a-linux": digest }), 0);
    assert.equal(found({ "node_modules/a/node_modules/a-linux": digest }), 0);
  });

  test("the root's and a workspace's optional dependencies count", () => {
    const optionalDependencies = { "a-linux": "1.0.0" };
    assert.equal(absentOptionals(lockOf({ "": { optionalDependencies } })).length, 1);
    assert.equal(absentOptionals(lockOf({ "packages/a": { optionalDependencies } })).length, 1);
    assert.equal(
      absentOptionals(lockOf({ "packages/a": { optionalDependencies }, "node_modules/a-linux": digest })).length,
      0,
    );
  });

  test("a host, a package without digest, a script at install", () => {
    const lock = lockOf({
      "": {},
      "packages/a": { version: "1.0.0" },
      "node_modules/@h/a": { resolved: "packages/a", link: true },
      "node_modules/b": { version: "1.0.0", resolved: "https://example.invalid/b.tgz", hasInstallScript: true },
    });
    assert.deepEqual(resolvedHosts(lock), ["node_modules/b"]);
    assert.deepEqual(withoutIntegrity(lock), ["node_modules/b"]);
    assert.deepEqual(installScripts(lock, []), ["node_modules/b"]);
    assert.deepEqual(installScripts(lock, ["node_modules/b"]), []);
  });

  test("ranges that float", () => {
    const ranges = ["^1.0.0", "~1.0.0", "1", "1.x", "*", "latest", ">=1.0.0", "git+https://example.invalid/a"];
    for (const range of ranges) {
      const manifest = { path: "package.json", name: "a", version: "1.0.0", devDependencies: { a: range } };
      assert.equal(pinViolations(manifest).length, 1, range);
    }
  });
});
