import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "@holdpoint/core";
import { canonicalize } from "@holdpoint/core";
import { lockedPackages } from "../locked-packages.ts";
import type { Written } from "../testing.ts";
import { lockfileOf } from "../testing.ts";
import { buildSbom } from "./build-sbom.ts";
import { hashesOf } from "./hashes.ts";
import { licencesOf } from "./licences.ts";
import { purlOf } from "./purl.ts";

const SHA512 = `sha512-${Buffer.alloc(64, 1).toString("base64")}`;
const PACKAGES: Written = {
  "": { name: "app", version: "1.0.0", dependencies: { own: "*", a: "1.0.0" }, devDependencies: { d: "*" } },
  "packages/own": { name: "own", version: "1.0.0", dependencies: { "@s/b": "2.0.0" } },
  "node_modules/own": { resolved: "packages/own", link: true },
  "node_modules/a": {
    version: "1.0.0",
    resolved: "https://example.invalid/a/-/a-1.0.0.tgz",
    integrity: SHA512,
    license: "(MIT OR ISC)",
    dependencies: { "@s/b": "1.0.0" },
    devDependencies: { d: "1" },
    optionalDependencies: { gone: "1" },
  },
  "node_modules/a/node_modules/@s/b": { version: "1.0.0", license: "SEE LICENSE IN x" },
  "node_modules/@s/b": { version: "2.0.0", inBundle: false },
  "node_modules/d": { version: "3.0.0", dev: true, resolved: "git+ssh://git@example.invalid/d.git#0123" },
};

function sbomOf(packages: Written): JsonObject {
  const lockfile = lockfileOf(packages);
  return buildSbom(lockfile, lockedPackages(lockfile, new Map()));
}

test("every package has one component, and who needs whom is told", () => {
  const sbom = sbomOf(PACKAGES);
  assert.deepEqual(
    { ...sbom, components: null },
    {
      bomFormat: "CycloneDX",
      specVersion: "1.6",
      version: 1,
      components: null,
      metadata: { component: { type: "application", "bom-ref": "root", name: "app", version: "1.0.0" } },
      dependencies: [
        { ref: "node_modules/@s/b", dependsOn: [] },
        { ref: "node_modules/a", dependsOn: ["node_modules/a/node_modules/@s/b"] },
        { ref: "node_modules/a/node_modules/@s/b", dependsOn: [] },
        { ref: "node_modules/d", dependsOn: [] },
        { ref: "root", dependsOn: ["node_modules/@s/b", "node_modules/a", "node_modules/d"] },
      ],
    },
  );
  const [scoped, a, , d] = sbom["components"] as readonly JsonObject[];
  assert.deepEqual(scoped, {
    type: "library",
    "bom-ref": "node_modules/@s/b",
    group: "@s",
    name: "b",
    version: "2.0.0",
    scope: "required",
    purl: "pkg:npm/%40s/b@2.0.0",
  });
  assert.deepEqual(a?.["hashes"], [{ alg: "SHA-512", content: "01".repeat(64) }]);
  assert.deepEqual(a?.["licenses"], [{ expression: "(MIT OR ISC)" }]);
  assert.deepEqual(
    [d?.["scope"], d?.["purl"]],
    ["optional", "pkg:npm/d@3.0.0?vcs_url=git%2Bssh%3A%2F%2Fgit%40example.invalid%2Fd.git%230123"],
  );
});

test("references are unique, and every edge leads to a component", () => {
  const sbom = sbomOf(PACKAGES);
  const refs = (sbom["components"] as readonly JsonObject[]).map((one) => one["bom-ref"]);
  assert.equal(new Set(refs).size, refs.length);
  assert.ok(refs.length > 0);
  for (const { ref, dependsOn } of sbom["dependencies"] as unknown as readonly {
    ref: string;
    dependsOn: readonly string[];
  }[]) {
    assert.ok(ref === "root" || refs.includes(ref), ref);
    for (const needed of dependsOn) assert.ok(refs.includes(needed), needed);
  }
});

test("the order of the lockfile does not change a byte", () => {
  const reversed = Object.fromEntries(Object.entries(PACKAGES).reverse());
  assert.equal(canonicalize(sbomOf(reversed)), canonicalize(sbomOf(PACKAGES)));
  const changed = { ...PACKAGES, "node_modules/d": { version: "3.0.1" } };
  assert.notEqual(canonicalize(sbomOf(changed)), canonicalize(sbomOf(PACKAGES)), "a change does");
});

test("digests are read from every algorithm, and nonsense is left out", () => {
  const sha1 = `sha1-${Buffer.alloc(20, 2).toString("base64")}`;
  assert.deepEqual(
    hashesOf(`${sha1} ${SHA512}`).map(({ alg }) => alg),
    ["SHA-1", "SHA-512"],
  );
  for (const integrity of [null, "", "sha512-", "sha512-AAAA", "md5-AAAA", "__proto__-AAAA"])
    assert.deepEqual(hashesOf(integrity), []);
});

test("only an SPDX expression is called one", () => {
  for (const text of ["MIT", "(MIT OR Apache-2.0)", "GPL-2.0+ WITH Classpath-exception-2.0 AND ISC"]) {
    assert.deepEqual(licencesOf(text), [{ expression: text }]);
  }
  for (const text of ["SEE LICENSE IN x", "UNLICENSED", "MIT, ISC", "(MIT", "MIT)(", "MIT OR"]) {
    assert.deepEqual(licencesOf(text), [{ license: { name: text } }]);
  }
  assert.deepEqual(licencesOf(null), []);
});

test("a package URL says where a package came from when it was no registry", () => {
  const purl = (resolved?: string): string => {
    const entry = lockfileOf({ "node_modules/a": { version: "1.0.0+b", resolved } }).entries.get("node_modules/a");
    assert.ok(entry !== undefined);
    return purlOf(entry);
  };
  assert.equal(purl(), "pkg:npm/a@1.0.0%2Bb");
  assert.equal(purl("https://example.invalid/a/-/a-1.0.0.tgz"), "pkg:npm/a@1.0.0%2Bb");
  assert.equal(
    purl("https://example.invalid/a.tgz"),
    "pkg:npm/a@1.0.0%2Bb?download_url=https%3A%2F%2Fexample.invalid%2Fa.tgz",
  );
});
