import assert from "node:assert/strict";
import { test } from "node:test";
import { licenceOf } from "./licence.ts";
import { readInstalledManifest, readManifest } from "./manifest.ts";
import { bytesOf, manifestOf } from "./testing.ts";

test("what is optional as well counts as optional only", () => {
  const { ranges } = manifestOf({
    dependencies: { a: "1.0.0", b: "1.0.0" },
    optionalDependencies: { b: "2.0.0" },
    peerDependencies: { c: "*" },
  });
  assert.deepEqual([...ranges.dependencies], [["a", "1.0.0"]]);
  assert.deepEqual([...ranges.optionalDependencies], [["b", "2.0.0"]]);
  assert.deepEqual([...ranges.peerDependencies], [["c", "*"]]);
  assert.equal(ranges.devDependencies.size, 0);
});

test("workspaces are a list or an object with one", () => {
  assert.deepEqual(manifestOf({ workspaces: ["a/*"] }).workspaces, ["a/*"]);
  assert.deepEqual(manifestOf({ workspaces: { packages: ["a/*"] } }).workspaces, ["a/*"]);
  assert.deepEqual(manifestOf({}).workspaces, []);
});

const LICENCES: readonly (readonly [json: Record<string, unknown>, licence: string | null])[] = [
  [{ license: "MIT" }, "MIT"],
  [{ license: { type: "MIT", url: "x" } }, "MIT"],
  [{ license: " " }, null],
  [{}, null],
  [{ licenses: [{ type: "MIT" }] }, "MIT"],
  [{ licenses: [{ type: "MIT" }, "ISC"] }, "(MIT OR ISC)"],
  [{ license: ["MIT", "ISC"] }, "(MIT OR ISC)"],
  [{ licenses: [] }, null],
  [{ licenses: [{ url: "x" }] }, null],
  [{ licenses: { type: "ISC" } }, "ISC"],
  [{ license: 3 }, null],
  [{ license: null, licenses: "MIT" }, "MIT"],
];

test("licences in all the forms that packages have", () => {
  for (const [json, licence] of LICENCES) assert.equal(licenceOf(json as never), licence, JSON.stringify(json));
});

test("a package of others is asked only who it is, its licence and its scripts", () => {
  const installed = (json: Record<string, unknown>): unknown => readInstalledManifest(bytesOf(json), "p/package.json");
  assert.deepEqual(installed({ name: "a", version: "1.0.0", license: "MIT", dependencies: "nonsense" }), {
    name: "a",
    version: "1.0.0",
    licence: "MIT",
    installScript: false,
  });
  for (const script of ["preinstall", "install", "postinstall"]) {
    assert.deepEqual(installed({ scripts: { [script]: "x" } }), {
      name: null,
      version: null,
      licence: null,
      installScript: true,
    });
  }
  assert.deepEqual(installed({ scripts: { test: "x", install: "" } }), {
    name: null,
    version: null,
    licence: null,
    installScript: false,
  });
});

test("what is no manifest names its file", () => {
  const broken: readonly (readonly [text: string, code: string])[] = [
    ["[]", "HP-READ-NOT-THE-FORMAT"],
    ["{", "HP-READ-TRUNCATED"],
    ['{"name":1}', "HP-READ-SYNTAX"],
    ['{"dependencies":[]}', "HP-READ-SYNTAX"],
    ['{"dependencies":{"a":1}}', "HP-READ-SYNTAX"],
    ['{"workspaces":[1]}', "HP-READ-SYNTAX"],
    ['{"name":"a","name":"b"}', "HP-READ-DUPLICATE-KEY"],
  ];
  for (const [text, code] of broken) {
    assert.throws(
      () => readManifest(Buffer.from(text), "x/package.json"),
      (thrown: Error & { code?: string; place?: { file?: string } }) => {
        assert.deepEqual([thrown.code, thrown.place?.file], [code, "x/package.json"], text);
        return true;
      },
    );
  }
});
