import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { directDependencies } from "./direct.ts";
import { manifestDrift } from "./manifest-drift.ts";
import type { OwnPackage } from "./own-packages.ts";
import { ownPaths } from "./own-packages.ts";
import type { Written } from "./testing.ts";
import { lockfileOf, manifestOf } from "./testing.ts";

const ROOT = { name: "app", version: "1.0.0", workspaces: ["packages/*"], dependencies: { a: "1.0.0", own: "2.0.0" } };
const OWN = { name: "own", version: "2.0.0", devDependencies: { b: "^3.0.0" }, peerDependencies: { c: "*" } };

interface Project {
  readonly root?: Written;
  readonly own?: Written | null;
  readonly lockedRoot?: Written;
  readonly lockedOwn?: Written;
  readonly extra?: Written;
}

function project({ root = ROOT, own = OWN, lockedRoot = ROOT, lockedOwn = OWN, extra = {} }: Project = {}) {
  const lockfile = lockfileOf({
    "": lockedRoot,
    "packages/own": lockedOwn,
    "node_modules/own": { resolved: "packages/own", link: true },
    "node_modules/a": { version: "1.0.0" },
    "packages/own/node_modules/b": { version: "3.1.0" },
    "node_modules/b": { version: "9.0.0" },
    ...extra,
  });
  const manifests = new Map([
    ["", manifestOf(root)],
    ["packages/own", own === null ? null : manifestOf(own)],
  ]);
  const packages: OwnPackage[] = ownPaths(lockfile).map((path) => ({
    path,
    entry: lockfile.entries.get(path) ?? null,
    manifest: manifests.get(path) ?? null,
  }));
  return { lockfile, packages };
}

function drift(changes: Project): string[] {
  const { lockfile, packages } = project(changes);
  return manifestDrift(packages, lockfile).map(
    ({ path, what, expected, found }) => `${path} ${what}: ${expected} / ${found}`,
  );
}

const CASES: readonly (readonly [what: string, changes: Project, drift: readonly string[]])[] = [
  ["nothing", {}, []],
  [
    "a range",
    { root: { ...ROOT, dependencies: { a: "1.0.1", own: "2.0.0" } } },
    ["package.json dependencies a: 1.0.1 / 1.0.0"],
  ],
  [
    "a dependency too many",
    { root: { ...ROOT, dependencies: { ...ROOT.dependencies, x: "1" } } },
    ["package.json dependencies x: 1 / nothing"],
  ],
  [
    "a dependency too few",
    { root: { ...ROOT, dependencies: { a: "1.0.0" } } },
    ["package.json dependencies own: nothing / 2.0.0"],
  ],
  [
    "another type",
    { own: { ...OWN, devDependencies: {}, dependencies: { b: "^3.0.0" } } },
    [
      "packages/own/package.json dependencies b: ^3.0.0 / nothing",
      "packages/own/package.json devDependencies b: nothing / ^3.0.0",
    ],
  ],
  ["the version", { own: { ...OWN, version: "2.0.1" } }, ["packages/own/package.json version: 2.0.1 / 2.0.0"]],
  ["the version taken out", { root: { ...ROOT, version: undefined } }, ["package.json version: nothing / 1.0.0"]],
  ["the name", { root: { ...ROOT, name: "other" } }, ["package.json name: other / app"]],
  ["no name at all", { root: { ...ROOT, name: undefined } }, []],
  ["a name that the folder says", { lockedOwn: { ...OWN, name: undefined } }, []],
  [
    "a name that the folder does not say",
    { own: { ...OWN, name: "@s/own" }, lockedOwn: { ...OWN, name: undefined } },
    ["packages/own/package.json name: @s/own / own"],
  ],
  [
    "the list of workspaces",
    { root: { ...ROOT, workspaces: ["packages/*", "more/*"] } },
    ["package.json workspaces: packages/* more/* / packages/*"],
  ],
  ["a manifest that is gone", { own: null }, ["packages/own/package.json manifest: nothing / a locked package"]],
  [
    "a workspace without a link",
    { extra: { "packages/loose": { version: "1.0.0" } } },
    ["packages/loose/package.json manifest: nothing / a locked package"],
  ],
  ["engines", { root: { ...ROOT, engines: { node: ">=99" } } }, []],
  [
    "optional beside normal",
    {
      root: { ...ROOT, optionalDependencies: { o: "1.0.0" }, dependencies: { ...ROOT.dependencies, o: "1.0.0" } },
      lockedRoot: { ...ROOT, optionalDependencies: { o: "1.0.0" } },
    },
    [],
  ],
];

describe("manifests against the lockfile", () => {
  for (const [what, changes, expected] of CASES) test(what, () => assert.deepEqual(drift(changes), expected));

  test("a workspace that the lockfile does not know", () => {
    const { lockfile } = project();
    const own: OwnPackage = { path: "packages/new", entry: null, manifest: manifestOf({ name: "new" }) };
    assert.deepEqual(manifestDrift([own], lockfile), [
      { path: "packages/new/package.json", what: "workspace", expected: "locked", found: "nothing" },
    ]);
  });

  test("a workspace that nothing links to", () => {
    const lockfile = lockfileOf({ "": {}, "packages/own": OWN });
    const own: OwnPackage = {
      path: "packages/own",
      entry: lockfile.entries.get("packages/own") ?? null,
      manifest: manifestOf(OWN),
    };
    assert.deepEqual(
      manifestDrift([own], lockfile).map(({ what }) => what),
      ["link"],
    );
  });
});

test("direct dependencies have the version that is nearest to who asks", () => {
  const { lockfile, packages } = project();
  const direct = directDependencies(packages, lockfile).map(({ manifest, name, exact, type, locked }) => [
    manifest,
    name,
    exact,
    type,
    locked,
  ]);
  assert.deepEqual(direct, [
    ["package.json", "a", true, "dependencies", "1.0.0"],
    ["package.json", "own", true, "dependencies", "2.0.0"],
    ["packages/own/package.json", "b", false, "devDependencies", "3.1.0"],
    ["packages/own/package.json", "c", false, "peerDependencies", null],
  ]);
});

test("a range is exact for a workspace whatever it says", () => {
  const { lockfile, packages } = project({ root: { ...ROOT, dependencies: { own: "^1.0.0" } } });
  const [own] = directDependencies(packages, lockfile);
  assert.deepEqual([own?.name, own?.range, own?.exact], ["own", "^1.0.0", true]);
});
