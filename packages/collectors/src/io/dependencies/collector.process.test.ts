import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, test } from "node:test";
import type { Collected, DependenciesBody } from "@holdpoint/core";
import { SCENE_CANDIDATE } from "@holdpoint/core";
import type { Ending } from "@holdpoint/testkit";
import { commitAll, gitRepository, scratch, writeFiles } from "@holdpoint/testkit";
import { dependenciesCollector } from "./collector.ts";
import { recordInstall } from "./record-install.ts";

const NPM_TIMEOUT_MS = 60_000;

async function collect(root: string, folder = "."): Promise<Collected<DependenciesBody>> {
  let nowMs = 1000;
  const [collected, ...others] = await dependenciesCollector.collect({
    root,
    candidate: SCENE_CANDIDATE,
    config: { manager: "npm", folder },
    base: null,
    carried: {},
    nowMs: () => (nowMs += 1),
    signal: new AbortController().signal,
  });
  assert.ok(collected !== undefined && others.length === 0);
  return collected as Collected<DependenciesBody>;
}

function npm(folder: string, ...args: string[]): void {
  // Beside the package: npm writes its log there while it packs.
  const cache = join(dirname(folder), `${basename(folder)}-cache`);
  const quiet = ["--offline", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error", "--cache", cache];
  execFileSync("npm", [...args, ...quiet], { cwd: folder, stdio: "pipe", timeout: NPM_TIMEOUT_MS });
}

/** A workspace project installed by the real npm: an archive, a folder, a bundled and an optional package. */
async function project(t: Ending): Promise<string> {
  const parts = scratch(t, {
    "tiny/package.json": '{"name":"tiny","version":"1.0.0","license":"MIT"}',
    "tiny/index.js": "module.exports = 1;\n",
    "big/package.json":
      '{"name":"big","version":"2.0.0","license":{"type":"ISC"},"bundleDependencies":["inner"],"dependencies":{"inner":"1.0.0"},"bin":"big.js"}',
    "big/big.js": "#!/usr/bin/env node\n",
    "big/node_modules/inner/package.json": '{"name":"inner","version":"1.0.0","license":"MIT"}',
  });
  for (const name of ["tiny", "big"]) npm(join(parts, name), "pack", "--pack-destination", parts);
  const root = gitRepository(t, {
    ".gitignore": "node_modules/\n",
    "package.json":
      '{"name":"app","version":"1.0.0","workspaces":["packages/*"],"dependencies":{"big":"file:vendor/big.tgz","own":"1.0.0"},"optionalDependencies":{"tiny":"file:vendor/tiny.tgz"}}',
    "packages/own/package.json": '{"name":"own","version":"1.0.0","license":"MIT"}',
    "vendor/big.tgz": readFileSync(join(parts, "big-2.0.0.tgz")),
    "vendor/tiny.tgz": readFileSync(join(parts, "tiny-1.0.0.tgz")),
  });
  t.after(() => rmSync(`${root}-cache`, { recursive: true, force: true }));
  npm(root, "install");
  commitAll(root, "installed");
  await recordInstall(root);
  return root;
}

test("a project that npm installed is as its lockfile says", async (t) => {
  const root = await project(t);
  const { body, samples, inputs, startedAtMs, finishedAtMs } = await collect(root);
  assert.deepEqual(
    body.packages.map(({ name, version, licence, optional }) => [name, version, licence, optional]),
    [
      ["big", "2.0.0", "ISC", false],
      ["inner", "1.0.0", "MIT", false],
      ["tiny", "1.0.0", "MIT", true],
    ],
  );
  for (const { name, integrity } of body.packages) assert.match(integrity ?? "", /^sha512-/, name);
  assert.deepEqual(
    body.direct.map(({ name, locked, exact }) => [name, locked, exact]),
    [
      ["big", "2.0.0", true],
      ["own", "1.0.0", true],
      ["tiny", "1.0.0", true],
    ],
  );
  assert.deepEqual(body.manifestDrift, []);
  assert.deepEqual(body.installed, { entries: 4, drift: [], extraneous: [], absent: [] });
  assert.deepEqual(
    { ...body.record, recordedAt: null },
    { recordedAt: null, packages: 5, changed: [], unrecorded: [], gone: [] },
  );
  assert.equal(body.sbom.components, 3);
  assert.equal(samples, 2 + 3 + 3);
  assert.ok(startedAtMs < finishedAtMs);
  assert.deepEqual(
    inputs.map(({ name }) => name),
    [
      "package-lock.json",
      "package.json",
      "packages/own/package.json",
      "node_modules/.package-lock.json",
      "node_modules/.holdpoint-install.json",
    ],
  );
});

/** The same as npm leaves it, written by hand because each npm takes a second. */
const FILES: Readonly<Record<string, string>> = {
  ".gitignore": "node_modules/\n",
  "package.json": '{"name":"app","version":"1.0.0","dependencies":{"a":"1.0.0"}}',
  "package-lock.json": JSON.stringify({
    name: "app",
    version: "1.0.0",
    lockfileVersion: 3,
    packages: {
      "": { name: "app", version: "1.0.0", dependencies: { a: "1.0.0" } },
      "node_modules/a": { version: "1.0.0", license: "MIT" },
    },
  }),
  "node_modules/.package-lock.json": JSON.stringify({
    lockfileVersion: 3,
    packages: { "node_modules/a": { version: "1.0.0", license: "MIT" } },
  }),
  "node_modules/a/package.json": '{"name":"a","version":"1.0.0"}',
};

function edit(root: string, path: string, from: string, to: string): void {
  const before = readFileSync(join(root, path), "utf8");
  assert.ok(before.includes(from), `${path} has ${from}`);
  writeFileSync(join(root, path), before.replace(from, to));
}

type Harm = readonly [
  what: string,
  harm: (root: string) => void,
  seen: (body: DependenciesBody) => unknown,
  expected: unknown,
];
const drift = ({ installed }: DependenciesBody): unknown => installed?.drift.map(({ path, what }) => `${path} ${what}`);

const HARMS: readonly Harm[] = [
  [
    "the lockfile edited",
    (root) => edit(root, "package-lock.json", '{"version":"1.0.0","license"', '{"version":"1.0.1","license"'),
    drift,
    ["node_modules/a version", "node_modules/a installed version", "node_modules/.holdpoint-install.json lockfile"],
  ],
  [
    "the package edited",
    (root) => edit(root, "node_modules/a/package.json", "1.0.0", "6.6.6"),
    drift,
    ["node_modules/a installed version"],
  ],
  [
    "npm's record edited",
    (root) => edit(root, "node_modules/.package-lock.json", "1.0.0", "6.6.6"),
    drift,
    ["node_modules/a version"],
  ],
  [
    "a file added to the package",
    (root) => writeFiles(root, { "node_modules/a/x.js": "" }),
    ({ record }) => record?.changed,
    ["node_modules/a"],
  ],
  [
    "a script that the lockfile does not name",
    (root) => edit(root, "node_modules/a/package.json", "{", '{"scripts":{"install":"x"},'),
    ({ packages }) => packages.map(({ installScript }) => installScript),
    [true],
  ],
  [
    "a build file",
    (root) => writeFiles(root, { "node_modules/a/binding.gyp": "{}" }),
    ({ packages }) => packages.map(({ installScript }) => installScript),
    [true],
  ],
  [
    "a package copied in",
    (root) => writeFiles(root, { "node_modules/@s/z/package.json": "{}" }),
    ({ installed }) => installed?.extraneous,
    ["node_modules/@s/z"],
  ],
  [
    "the package deleted",
    (root) => rmSync(join(root, "node_modules/a"), { recursive: true }),
    drift,
    ["node_modules/a package.json"],
  ],
  [
    "everything deleted",
    (root) => rmSync(join(root, "node_modules"), { recursive: true }),
    ({ installed, record }) => [installed, record],
    [null, null],
  ],
  [
    "another manager's install",
    (root) => rmSync(join(root, "node_modules/.package-lock.json")),
    ({ installed, record }) => [installed, record],
    [null, null],
  ],
  [
    "the record deleted",
    (root) => rmSync(join(root, "node_modules/.holdpoint-install.json")),
    ({ record }) => record,
    null,
  ],
  [
    "the manifest edited",
    (root) => edit(root, "package.json", '"a":"1.0.0"', '"a":"2.0.0"'),
    ({ manifestDrift }) => manifestDrift.map(({ what }) => what),
    ["dependencies a"],
  ],
  [
    "a shrinkwrap, which npm prefers",
    (root) => renameSync(join(root, "package-lock.json"), join(root, "npm-shrinkwrap.json")),
    ({ lockfile }) => lockfile.file,
    "npm-shrinkwrap.json",
  ],
];

describe("what does not agree is seen", () => {
  for (const [what, harm, seen, expected] of HARMS) {
    test(what, async (t) => {
      const root = gitRepository(t, FILES);
      await recordInstall(root);
      assert.notDeepEqual(seen((await collect(root)).body), expected, "it is not seen on the sound one");
      harm(root);
      assert.deepEqual(seen((await collect(root)).body), expected);
    });
  }

  test("a workspace that is tracked and not locked", async (t) => {
    const root = gitRepository(t, { ...FILES, "packages/new/package.json": '{"name":"new"}' });
    edit(root, "package.json", "{", '{"workspaces":["packages/*"],');
    const { manifestDrift } = (await collect(root)).body;
    assert.deepEqual(
      manifestDrift.map(({ path, what }) => `${path} ${what}`),
      ["package.json workspaces", "packages/new/package.json workspace"],
    );
  });
});

test("a lockfile in a folder has its paths below it", async (t) => {
  const moved = Object.fromEntries(Object.entries(FILES).map(([path, content]) => [`web/app/${path}`, content]));
  const { body, inputs } = await collect(gitRepository(t, moved), "./web/app/");
  assert.equal(body.lockfile.file, "web/app/package-lock.json");
  assert.deepEqual(
    inputs.map(({ name }) => name),
    ["web/app/package-lock.json", "web/app/package.json", "web/app/node_modules/.package-lock.json"],
  );
});

test("a project that asks for nothing has nothing to install", async (t) => {
  const lock = JSON.stringify({ name: "app", lockfileVersion: 3, packages: { "": { name: "app" } } });
  const { body, samples } = await collect(
    gitRepository(t, { "package.json": '{"name":"app"}', "package-lock.json": lock }),
  );
  assert.deepEqual(body.installed, { entries: 0, drift: [], extraneous: [], absent: [] });
  assert.equal(samples, 1);
});

test("what cannot be read is an error with its file", async (t) => {
  const code = async (files: Record<string, string>, folder?: string): Promise<unknown> =>
    collect(gitRepository(t, files), folder).then(
      () => "collected",
      (thrown: unknown) => {
        const { code: found, place } = thrown as { code: string; place: { file?: string } };
        return `${found} ${place.file ?? ""}`;
      },
    );
  assert.equal(await code({ "package.json": "{}" }), "HP-DEPS-NO-LOCKFILE package-lock.json");
  assert.equal(
    await code({ ...FILES, "package-lock.json": '{"lockfileVersion":1}' }),
    "HP-DEPS-LOCKFILE-VERSION package-lock.json",
  );
  assert.equal(await code({ ...FILES, "package-lock.json": "{" }), "HP-READ-TRUNCATED package-lock.json");
  assert.equal(
    await code({ ...FILES, "node_modules/a/package.json": "not json" }),
    "HP-READ-SYNTAX node_modules/a/package.json",
  );
  assert.equal(
    await code({ ...FILES, "node_modules/.holdpoint-install.json": "{}" }),
    "HP-READ-NOT-THE-FORMAT node_modules/.holdpoint-install.json",
  );
  assert.equal(await code(FILES, "../elsewhere"), "HP-READ-PATH ");
  const { "package.json": _, ...headless } = FILES;
  assert.equal(await code(headless), "HP-READ-ABSENT package.json");
});
