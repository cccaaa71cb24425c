import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Json, LockedPackage } from "@holdpoint/core";
import { canonicalize, isHoldpointError } from "@holdpoint/core";
import fc from "fast-check";
import { directDependencies } from "./direct.ts";
import { compareInstalled } from "./installed/compare.ts";
import { readInstallRecord } from "./installed/install-record.ts";
import { lockedPackages } from "./locked-packages.ts";
import { readLockfile } from "./lockfile/read-lockfile.ts";
import { manifestDrift } from "./manifest-drift.ts";
import { readInstalledManifest, readManifest } from "./manifest.ts";
import { buildSbom } from "./sbom/build-sbom.ts";
import { bytesOf } from "./testing.ts";

const RUNS = 500;
const FILE = "package-lock.json";

const SEED = JSON.stringify({
  name: "app",
  lockfileVersion: 3,
  packages: {
    "": { name: "app", version: "1.0.0", workspaces: ["p/*"], dependencies: { a: "1.0.0" } },
    "p/o": { version: "1.0.0", devDependencies: { b: "*" } },
    "node_modules/o": { resolved: "p/o", link: true },
    "node_modules/a": { version: "1.0.0", integrity: "sha512-x", license: "MIT", os: ["linux"], optional: true },
    "node_modules/a/node_modules/b": { version: "2.0.0", inBundle: true, hasInstallScript: true },
  },
});

/** Reads a lockfile and does with it all that the collector does; gives what is locked, or null for a known error. */
function follow(bytes: Uint8Array): LockedPackage[] | null {
  try {
    const lockfile = readLockfile(bytes, FILE);
    const packages = lockedPackages(lockfile, new Map());
    const own = [
      { path: "", entry: lockfile.entries.get("") ?? null, manifest: readManifest(bytesOf({ name: "app" }), "m") },
    ];
    directDependencies(own, lockfile);
    canonicalize(manifestDrift(own, lockfile) as unknown as Json);
    const disk = { packages: new Map(), links: new Map(), places: [] };
    const { absent } = compareInstalled(lockfile, lockfile, disk, { os: "linux", cpu: "x64" });
    assert.deepEqual(absent, [], "what npm recorded is never absent, it is drift");
    const sbom = buildSbom(lockfile, packages);
    assert.equal((sbom["components"] as readonly Json[]).length, packages.length);
    canonicalize(sbom);
    return packages;
  } catch (thrown) {
    assert.ok(isHoldpointError(thrown), String(thrown));
    assert.equal(thrown.place.file, FILE);
    return null;
  }
}

describe("lockfiles", () => {
  test("sound, then cut at every byte: the cut one is never read", () => {
    const bytes = Buffer.from(SEED);
    assert.equal(follow(bytes)?.length, 2);
    for (let size = 0; size < bytes.length; size += 1) assert.equal(follow(bytes.subarray(0, size)), null);
  });

  test("mutated", () => {
    const put = fc.oneof(
      fc.constantFrom('"', "{", "}", "[", "]", ":", ",", "..", "/", "\\", "null", "1", "true", "\0", "\u00e9"),
      fc.string({ maxLength: 3 }),
    );
    const edit = fc.record({ at: fc.nat(SEED.length), gone: fc.nat(6), put });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        follow(
          Buffer.from(
            edits.reduce((text, one) => text.slice(0, one.at) + one.put + text.slice(one.at + one.gone), SEED),
          ),
        );
      }),
      { numRuns: RUNS },
    );
  });

  test("any entries under any paths", () => {
    const part = fc.oneof(
      fc.constantFrom("node_modules", "a", "@s", "p", "o", "..", ".", "", "__proto__", "constructor"),
      fc.string({ maxLength: 3 }),
    );
    const path = fc.array(part, { maxLength: 5 }).map((parts) => parts.join("/"));
    const value = fc.oneof(
      fc.boolean(),
      fc.string({ maxLength: 5 }),
      fc.constant(null),
      fc.integer(),
      fc.array(fc.string({ maxLength: 3 }), { maxLength: 2 }),
      fc.dictionary(fc.string({ maxLength: 3 }), fc.string({ maxLength: 3 })),
    );
    const field = fc.constantFrom(
      "version",
      "resolved",
      "link",
      "integrity",
      "license",
      "inBundle",
      "optional",
      "os",
      "dependencies",
      "peerDependencies",
      "name",
      "workspaces",
      "__proto__",
    );
    const entry = fc.dictionary(field, value, { maxKeys: 4 });
    fc.assert(
      fc.property(fc.dictionary(path, entry, { maxKeys: 6 }), (packages) => {
        const found = follow(bytesOf({ lockfileVersion: 3, packages }));
        for (const one of found ?? []) assert.ok(!one.path.split("/").includes(".."), one.path);
      }),
      { numRuns: RUNS },
    );
  });

  test("hostile: deep, wide and long", () => {
    assert.equal(follow(Buffer.from(`{"lockfileVersion":3,"packages":${'{"a":'.repeat(100_000)}`)), null);
    const deep = `node_modules/a${"/node_modules/a".repeat(2000)}`;
    assert.equal(
      follow(bytesOf({ lockfileVersion: 3, packages: { [deep]: { inBundle: true, dependencies: { x: "1" } } } }))
        ?.length,
      1,
    );
    const many = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, index) => [`node_modules/p${index}`, { version: "1.0.0" }]),
    );
    assert.equal(follow(bytesOf({ lockfileVersion: 3, packages: many }))?.length, 20_000);
  });
});

test("manifests and records of any JSON are read or refused", () => {
  const field = fc.constantFrom(
    "name",
    "version",
    "license",
    "licenses",
    "scripts",
    "dependencies",
    "workspaces",
    "schema",
    "recordedAt",
    "lockfileSha256",
    "packages",
  );
  fc.assert(
    fc.property(fc.dictionary(field, fc.jsonValue()), (json) => {
      for (const read of [readManifest, readInstalledManifest, readInstallRecord]) {
        try {
          read(bytesOf(json), "f");
        } catch (thrown) {
          assert.ok(isHoldpointError(thrown) && thrown.place.file === "f", String(thrown));
        }
      }
    }),
    { numRuns: RUNS },
  );
});
