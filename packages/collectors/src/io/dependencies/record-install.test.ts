import assert from "node:assert/strict";
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import type { InstallRecordState } from "@holdpoint/core";
import type { Ending } from "@holdpoint/testkit";
import { scratch, writeFiles } from "@holdpoint/testkit";
import { compareRecord, INSTALL_RECORD_FILE, readInstallRecord } from "../../dependencies/installed/install-record.ts";
import { digestPlaces } from "./digest-places.ts";
import { recordInstall } from "./record-install.ts";
import { scanPlaces } from "./scan-places.ts";

const FILES = {
  "package-lock.json": JSON.stringify({
    lockfileVersion: 3,
    packages: { "": {}, "packages/own": { version: "1.0.0" } },
  }),
  "packages/own/node_modules/inner/package.json": "{}",
  "node_modules/.package-lock.json": "{}",
  "node_modules/.cache/anything": "1",
  "node_modules/a/package.json": "{}",
  "node_modules/a/lib/run.js": "one",
  "node_modules/a/lib/node_modules/fixture/x.js": "part of a",
  "node_modules/a/node_modules/b/index.js": "b",
  "node_modules/@s/c/index.js": "c",
  "node_modules/loose.js": "loose",
};

function installed(t: Ending): string {
  const root = scratch(t, FILES);
  mkdirSync(join(root, "node_modules/.bin"));
  symlinkSync("../a/lib/run.js", join(root, "node_modules/.bin/run"));
  symlinkSync("../packages/own", join(root, "node_modules/own"));
  return root;
}

async function compare(root: string): Promise<InstallRecordState> {
  const record = readInstallRecord(readFileSync(join(root, INSTALL_RECORD_FILE)), INSTALL_RECORD_FILE);
  return compareRecord(record, await digestPlaces(root, scanPlaces(root, ["", "packages/own"])));
}

test("everything that Node can find as a package is recorded", async (t) => {
  const root = installed(t);
  const record = await recordInstall(root, () => Date.UTC(2026, 0, 1));
  assert.deepEqual(Object.keys(record.packages), [
    "node_modules/.bin",
    "node_modules/@s/c",
    "node_modules/a",
    "node_modules/a/node_modules/b",
    "node_modules/loose.js",
    "node_modules/own",
    "packages/own/node_modules/inner",
  ]);
  assert.equal(record.recordedAt, "2026-01-01T00:00:00.000Z");
  assert.deepEqual(readInstallRecord(readFileSync(join(root, INSTALL_RECORD_FILE)), "r"), record);
  const { changed, unrecorded, gone } = await compare(root);
  assert.deepEqual([changed, unrecorded, gone], [[], [], []]);
});

test("the same files give the same digests anywhere", async (t) => {
  const [first, second] = [await recordInstall(installed(t)), await recordInstall(installed(t))];
  assert.deepEqual(first.packages, second.packages);
});

const HARMS: readonly (readonly [what: string, harm: (root: string) => void, changed: readonly string[]])[] = [
  ["a byte", (root) => writeFiles(root, { "node_modules/a/lib/run.js": "onE" }), ["node_modules/a"]],
  ["an added file", (root) => writeFiles(root, { "node_modules/a/x/y": "" }), ["node_modules/a"]],
  ["a removed file", (root) => rmSync(join(root, "node_modules/a/lib/run.js")), ["node_modules/a"]],
  [
    "a renamed file",
    (root) => renameSync(join(root, "node_modules/a/lib/run.js"), join(root, "node_modules/a/lib/run.cjs")),
    ["node_modules/a"],
  ],
  ["a file made executable", (root) => chmodSync(join(root, "node_modules/a/lib/run.js"), 0o755), ["node_modules/a"]],
  [
    "a file behind a folder of the same name",
    (root) => writeFiles(root, { "node_modules/a/lib/node_modules/fixture/x.js": "other" }),
    ["node_modules/a"],
  ],
  [
    "a package inside of a package",
    (root) => writeFiles(root, { "node_modules/a/node_modules/b/index.js": "B" }),
    ["node_modules/a/node_modules/b"],
  ],
  [
    "a workspace's own package",
    (root) => writeFiles(root, { "packages/own/node_modules/inner/package.json": "[]" }),
    ["packages/own/node_modules/inner"],
  ],
  ["a scoped package", (root) => writeFiles(root, { "node_modules/@s/c/index.js": "C" }), ["node_modules/@s/c"]],
  ["a loose file", (root) => writeFiles(root, { "node_modules/loose.js": "" }), ["node_modules/loose.js"]],
  [
    "a command",
    (root) => {
      unlinkSync(join(root, "node_modules/.bin/run"));
      symlinkSync("../evil.js", join(root, "node_modules/.bin/run"));
    },
    ["node_modules/.bin"],
  ],
  [
    "a link",
    (root) => {
      unlinkSync(join(root, "node_modules/own"));
      symlinkSync("../packages/other", join(root, "node_modules/own"));
    },
    ["node_modules/own"],
  ],
  [
    "a folder in place of a link",
    (root) => {
      unlinkSync(join(root, "node_modules/own"));
      writeFiles(root, { "node_modules/own/index.js": "" });
    },
    ["node_modules/own"],
  ],
  [
    "a file replaced by a link to the same bytes",
    (root) => {
      renameSync(join(root, "node_modules/a/lib/run.js"), join(root, "copy.js"));
      symlinkSync("../../../copy.js", join(root, "node_modules/a/lib/run.js"));
    },
    ["node_modules/a"],
  ],
];

describe("what changes after the install is found", () => {
  for (const [what, harm, changed] of HARMS) {
    test(what, async (t) => {
      const root = installed(t);
      await recordInstall(root);
      harm(root);
      const state = await compare(root);
      assert.deepEqual([state.changed, state.unrecorded, state.gone], [changed, [], []]);
    });
  }

  test("a package that came and one that went", async (t) => {
    const root = installed(t);
    await recordInstall(root);
    writeFiles(root, { "node_modules/@s/new/index.js": "" });
    rmSync(join(root, "node_modules/a/node_modules/b"), { recursive: true });
    const state = await compare(root);
    assert.deepEqual(
      [state.changed, state.unrecorded, state.gone],
      [[], ["node_modules/@s/new"], ["node_modules/a/node_modules/b"]],
    );
  });

  test("a tool's cache is no package", async (t) => {
    const root = installed(t);
    await recordInstall(root);
    writeFiles(root, { "node_modules/.cache/anything": "2" });
    assert.deepEqual((await compare(root)).changed, []);
  });
});

test("without a lockfile nothing is recorded", async (t) => {
  await assert.rejects(recordInstall(scratch(t, { "node_modules/a/x": "" })), { code: "HP-DEPS-NO-LOCKFILE" });
});

test("before the install there is nothing to record", async (t) => {
  const root = scratch(t, { "package-lock.json": FILES["package-lock.json"] });
  await assert.rejects(recordInstall(root), { code: "HP-READ-ABSENT" });
});

test("an interrupted comparison ends", async (t) => {
  const root = installed(t);
  await assert.rejects(digestPlaces(root, scanPlaces(root, [""]), AbortSignal.abort()), { name: "AbortError" });
});
