import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { InstalledState } from "@holdpoint/core";
import type { Written } from "../testing.ts";
import { installedOf, lockfileOf } from "../testing.ts";
import type { Disk } from "./compare.ts";
import { compareInstalled } from "./compare.ts";
import { fits } from "./platform.ts";

const LINUX = { os: "linux", cpu: "x64" };
const LOCK: Written = {
  "": {},
  "packages/own": { version: "1.0.0" },
  "node_modules/own": { resolved: "packages/own", link: true },
  "node_modules/a": { version: "1.0.0", integrity: "sha512-a", resolved: "https://example.invalid/a.tgz" },
  "node_modules/a/node_modules/b": { version: "2.0.0", integrity: "sha512-b" },
  "node_modules/alias": { name: "real", version: "3.0.0" },
};
const DISK: Disk = {
  packages: new Map([
    ["node_modules/a", installedOf("a", "1.0.0")],
    ["node_modules/a/node_modules/b", installedOf("b", "v2.0.0")],
    ["node_modules/alias", installedOf("real", "3.0.0")],
  ]),
  links: new Map([["node_modules/own", "packages/own"]]),
  places: ["node_modules/own", "node_modules/a", "node_modules/a/node_modules/b", "node_modules/alias"],
};

function compare(changes: {
  readonly lock?: Written;
  readonly hidden?: Written;
  readonly disk?: Partial<Disk>;
}): InstalledState {
  const lock = lockfileOf({ ...LOCK, ...changes.lock });
  const hidden = lockfileOf({ ...LOCK, ...changes.hidden });
  return compareInstalled(lock, hidden, { ...DISK, ...changes.disk }, LINUX);
}

const drift = (state: InstalledState): string[] =>
  state.drift.map(({ path, what, expected, found }) => `${path} ${what}: ${expected} / ${found}`);
const entry = (path: string, changes: Written): Written => ({ [path]: { ...(LOCK[path] as Written), ...changes } });
const onDisk = (path: string, name: string, version: string): Partial<Disk> => ({
  packages: new Map([...DISK.packages, [path, installedOf(name, version)]]),
});

test("what is installed as locked has no drift", () => {
  assert.deepEqual(compare({}), { entries: 4, drift: [], extraneous: [], absent: [] });
});

describe("entry by entry", () => {
  const A = "node_modules/a";
  test("version, digest, origin and name against npm's record", () => {
    assert.deepEqual(drift(compare({ hidden: entry(A, { version: "1.0.1" }) })), [`${A} version: 1.0.0 / 1.0.1`]);
    assert.deepEqual(drift(compare({ lock: entry(A, { integrity: "sha512-x" }) })), [
      `${A} integrity: sha512-x / sha512-a`,
    ]);
    assert.deepEqual(drift(compare({ hidden: entry(A, { integrity: undefined }) })), [
      `${A} integrity: sha512-a / nothing`,
    ]);
    assert.deepEqual(drift(compare({ hidden: entry(A, { resolved: "https://example.invalid/b.tgz" }) })).length, 1);
    assert.deepEqual(drift(compare({ hidden: entry("node_modules/alias", { name: "other" }) })), [
      "node_modules/alias name: real / other",
    ]);
  });

  test("an origin that one side leaves out is not compared", () => {
    assert.deepEqual(drift(compare({ lock: entry(A, { resolved: undefined }) })), []);
  });

  test("name and version against the folder itself", () => {
    assert.deepEqual(drift(compare({ disk: onDisk(A, "a", "1.0.1") })), [`${A} installed version: 1.0.0 / 1.0.1`]);
    assert.deepEqual(drift(compare({ disk: onDisk(A, "evil", "1.0.0") })), [`${A} installed name: a / evil`]);
    const packages = new Map([...DISK.packages].filter(([path]) => path !== A));
    assert.deepEqual(drift(compare({ disk: { packages } })), [`${A} package.json: a 1.0.0 / nothing`]);
  });

  test("a link that leads elsewhere, and one in place of a folder", () => {
    assert.deepEqual(drift(compare({ disk: { links: new Map([["node_modules/own", null]]) } })), [
      "node_modules/own link: packages/own / nothing",
    ]);
    const links = new Map([...DISK.links, [A, "packages/own"]]);
    assert.deepEqual(drift(compare({ disk: { links } })), [`${A} kind: folder / link`]);
    assert.deepEqual(drift(compare({ disk: { links: new Map() } })), ["node_modules/own link: packages/own / nothing"]);
  });
});

describe("absent and extraneous", () => {
  const without = (path: string): { hidden: Written; disk: Partial<Disk> } => ({
    hidden: Object.fromEntries(Object.entries(LOCK).filter(([one]) => one !== path)),
    disk: { places: DISK.places.filter((one) => one !== path) },
  });
  const absentWith = (changes: Written): readonly string[] => {
    const { hidden, disk } = without("node_modules/alias");
    const lock = lockfileOf({ ...LOCK, ...entry("node_modules/alias", changes) });
    return compareInstalled(lock, lockfileOf(hidden), { ...DISK, ...disk }, LINUX).absent;
  };

  test("only what is optional or for another platform may be absent", () => {
    assert.deepEqual(absentWith({}), ["node_modules/alias"]);
    assert.deepEqual(absentWith({ dev: true }), ["node_modules/alias"]);
    assert.deepEqual(absentWith({ devOptional: true }), ["node_modules/alias"]);
    assert.deepEqual(absentWith({ os: ["linux"], cpu: ["x64"] }), ["node_modules/alias"]);
    for (const changes of [{ optional: true }, { os: ["darwin"] }, { cpu: ["arm64"] }, { os: ["!linux"] }]) {
      assert.deepEqual(absentWith(changes), [], JSON.stringify(changes));
    }
  });

  test("a folder that npm did not record is drift, not absence", () => {
    const { hidden } = without("node_modules/alias");
    const state = compareInstalled(lockfileOf(LOCK), lockfileOf(hidden), DISK, LINUX);
    assert.deepEqual(drift(state), ["node_modules/alias record of npm: 3.0.0 / nothing"]);
  });

  test("what only npm's record or only the disk has is extraneous", () => {
    assert.deepEqual(compare({ hidden: { "node_modules/z": { version: "1.0.0" } } }).extraneous, ["node_modules/z"]);
    assert.deepEqual(compare({ disk: { places: [...DISK.places, "node_modules/y.js"] } }).extraneous, [
      "node_modules/y.js",
    ]);
  });
});

test("npm's rule for platforms", () => {
  const cases: readonly (readonly [wanted: readonly string[], fits: boolean])[] = [
    [[], true],
    [["linux"], true],
    [["darwin", "linux"], true],
    [["darwin"], false],
    [["!linux"], false],
    [["!darwin"], true],
    [["any"], true],
    [["!darwin", "win32"], false],
    [["linux", "!linux"], false],
  ];
  for (const [wanted, expected] of cases) assert.equal(fits(wanted, "linux"), expected, wanted.join());
});
