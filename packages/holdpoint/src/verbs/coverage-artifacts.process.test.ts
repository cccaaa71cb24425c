import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { sha256Hex } from "@holdpoint/core";
import { openLedger, VERDICT_RECORD_KIND } from "@holdpoint/ledger";
import type { Ending } from "@holdpoint/testkit";
import { commitAll, git, gitRepository, scratch, writeFiles } from "@holdpoint/testkit";
import { fakeHost, ran } from "../testing.ts";

const CONFIG = `version: 1
service: trial
coverage:
  reports: [{ id: all, files: [reports/lcov.info] }]
  source: ["src/**/*.js"]
  components:
    - { id: store, paths: ["src/store/**"], lines: 90, tags: [security] }
    - { id: web, paths: ["src/web/**"], lines: 10 }
profiles:
  release: { gates: { coverage: { checks: { whole-floor: { linesPercent: 50 } } } } }
`;
const SOURCE = "one();\ntwo();\nthree();\n";
const LCOV = `SF:src/store/a.js
DA:1,3
DA:2,0
BRDA:1,0,0,3
BRDA:1,0,1,0
end_of_record
SF:src/web/b.js
DA:1,1
DA:2,1
DA:3,0
end_of_record
`;
const PARENT = "reports/coverage/artifacts";
const NOW_MS = Date.parse("2026-03-14T09:26:10.000Z");

interface Scene {
  readonly root: string;
  /** At so many seconds after the first instant. */
  readonly holdpoint: (atSeconds: number, ...args: string[]) => ReturnType<typeof ran>;
  readonly sets: () => string[];
}

function scene(t: Ending): Scene {
  const root = gitRepository(t, {
    "holdpoint.yaml": CONFIG,
    ".gitignore": "reports/\n.holdpoint/\n",
    "src/store/a.js": SOURCE,
    "src/web/b.js": SOURCE,
    "src/web/new.js": SOURCE,
  });
  writeFiles(root, { "reports/lcov.info": LCOV });
  const parent = join(root, PARENT);
  return {
    root,
    holdpoint: (atSeconds, ...args) =>
      ran(fakeHost(root, { nowMs: () => NOW_MS + atSeconds * 1000 }), "coverage", "artifacts", ...args),
    sets: () => (existsSync(parent) ? readdirSync(parent).sort() : []),
  };
}

interface Said {
  readonly folder: string;
  readonly manifestSha256: string;
  readonly record: number;
  readonly rows: readonly { readonly component: string | null; readonly standing: string }[];
  readonly patch: unknown;
}

async function made(scenery: Scene, atSeconds: number, ...args: string[]): Promise<Said> {
  const { exit, stdout, stderr } = await scenery.holdpoint(atSeconds, "--json", ...args);
  assert.equal(exit, 0, stdout + stderr);
  return JSON.parse(stdout) as Said;
}

test("one call leaves every artifact, a manifest of their digests, and a record of it", async (t) => {
  const scenery = scene(t);
  const { folder, manifestSha256, record, rows, patch } = await made(scenery, 0);
  assert.deepEqual(readdirSync(folder).sort(), [
    "_whole",
    "annotations.github.txt",
    "comment.md",
    "gitlab-codequality.json",
    "manifest.json",
    "store",
    "summary.json",
    "summary.md",
    "web",
  ]);
  for (const part of ["_whole", "store", "web"]) {
    assert.deepEqual(readdirSync(join(folder, part)).sort(), [
      "badge.svg",
      "coverage.json",
      "coverage.xml",
      "html",
      "sonar.xml",
    ]);
  }
  assert.deepEqual(
    rows.map(({ component, standing }) => [component, standing]),
    [
      [null, "met"],
      ["store", "missed"],
      ["web", "met"],
    ],
  );
  assert.equal(patch, null, "nothing was promoted and no base named");
  const manifest = readFileSync(join(folder, "manifest.json"), "utf8");
  assert.equal(sha256Hex(manifest), manifestSha256);
  const { files } = JSON.parse(manifest) as { files: { path: string; sha256: string }[] };
  const onDisk = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  assert.equal(onDisk.length, files.length + 1);
  for (const { path, sha256 } of files) assert.equal(sha256Hex(readFileSync(join(folder, path))), sha256, path);
  const shown = await ran(fakeHost(scenery.root), "ledger", "show", String(record), "--json");
  assert.match(
    shown.stdout,
    new RegExp(`coverage-artifact[^]*${manifestSha256}|${manifestSha256}[^]*coverage-artifact`),
  );
  assert.equal((await ran(fakeHost(scenery.root), "ledger", "verify")).exit, 0);
  assert.equal(git(scenery.root, "status", "--porcelain").trim(), "");
});

test("our own verb reads the totals back out of the XML", async (t) => {
  const scenery = scene(t);
  const { folder } = await made(scenery, 0, "--no-html");
  assert.equal(existsSync(join(folder, "_whole/html")), false);
  const read = await ran(fakeHost(scenery.root), "coverage", "report", join(folder, "_whole/coverage.xml"), "--json");
  const { lines, branches, findings } = JSON.parse(read.stdout) as Record<string, unknown>;
  assert.deepEqual(
    { lines, branches, findings },
    {
      lines: { covered: 3, total: 5 },
      branches: { covered: 1, total: 2 },
      findings: [],
    },
  );
});

test("with a base, the changed lines that no test runs are in the comment and the annotations", async (t) => {
  const scenery = scene(t);
  writeFileSync(join(scenery.root, "src/store/a.js"), SOURCE.replace("two", "changed"));
  commitAll(scenery.root, "second");
  const { folder, patch } = await made(scenery, 0, "--base", "HEAD~1", "--component", "store");
  assert.deepEqual(patch, { covered: 0, total: 1 });
  assert.equal(existsSync(join(folder, "web")), false, "only the component that was named");
  assert.match(readFileSync(join(folder, "comment.md"), "utf8"), /- `src\/store\/a\.js` 2\n/);
  assert.match(
    readFileSync(join(folder, "annotations.github.txt"), "utf8"),
    /^::warning file=src\/store\/a\.js,line=2,endLine=2,/m,
  );
  assert.match(readFileSync(join(folder, "gitlab-codequality.json"), "utf8"), /"begin": 2/);
  const { exit, stderr } = await scenery.holdpoint(1, "--base", "nowhere");
  assert.notEqual(exit, 0);
  assert.match(stderr, /HP-REPO-BASE/);
});

test("after a promotion the comment says what changed since, also lines that nobody touched", async (t) => {
  const scenery = scene(t);
  const { root } = scenery;
  const commit = git(root, "rev-parse", "HEAD").trim();
  const tree = git(root, "rev-parse", "HEAD^{tree}").trim();
  const digest = `sha256:${"0".repeat(64)}`;
  const files = [
    ["src/store/a.js", "2/2 2/2 - - -", "1-2", ""],
    ["src/web/b.js", "3/3 - - - -", "1-3", ""],
  ];
  const facts = {
    reports: [{ id: "all", format: "lcov", instrumenter: "unknown", shard: null }],
    totals: { lines: { covered: 5, total: 5 } },
    files,
  };
  const identity = { service: "trial", commit, tree, dirty: false, artifacts: [] };
  const promotion = {
    verdict: digest,
    candidate: { ...identity, configDigest: digest, environment: "release" },
    promotedAt: "2026-03-01T00:00:00Z",
    policyDigest: digest,
    gates: [],
    facts: { "coverage-regression": facts },
  };
  const { ledger } = openLedger({ folder: join(root, ".holdpoint"), origin: "x", nowMs: () => NOW_MS });
  ledger.append([{ kind: VERDICT_RECORD_KIND, run: "r", body: { profile: "release", promotion } }]);
  ledger.close();
  writeFileSync(join(root, "src/store/a.js"), SOURCE.replace("two", "changed"));
  commitAll(root, "second");
  const { folder, patch } = await made(scenery, 0, "--no-html");
  assert.deepEqual(patch, { covered: 0, total: 1 }, "changes are counted from the promotion");
  const comment = readFileSync(join(folder, "comment.md"), "utf8");
  assert.match(comment, /\| lines \| 60\.00% \(3 of 5\) \| −40\.00 points, 2 more uncovered \|/);
  assert.match(comment, /1 changed line that no test runs<\/summary>\n\n- `src\/store\/a\.js` 2\n/);
  assert.match(comment, /1 unchanged line that tests no longer run<\/summary>\n\n- `src\/web\/b\.js` 3\n/);
});

test("the last ten and every promoted one stay, of the others the manifest", async (t) => {
  const scenery = scene(t);
  const { root, sets } = scenery;
  const promoted = git(root, "rev-parse", "HEAD").trim();
  const first = await made(scenery, 0, "--no-html");
  const { ledger } = openLedger({ folder: join(root, ".holdpoint"), origin: "x", nowMs: () => NOW_MS });
  ledger.append([{ kind: VERDICT_RECORD_KIND, run: "r", body: { promotion: { candidate: { commit: promoted } } } }]);
  ledger.close();
  writeFileSync(join(root, "README.md"), "x");
  commitAll(root, "second");
  for (let at = 1; at <= 3; at += 1) await made(scenery, at, "--no-html");
  const all = sets();
  const whole = (): string[] => sets().filter((name) => readdirSync(join(root, PARENT, name)).length > 1);

  const dry = await scenery.holdpoint(10, "--prune", "--keep", "1", "--dry-run", "--json");
  assert.equal((JSON.parse(dry.stdout) as { pruned: string[] }).pruned.length, 2);
  assert.deepEqual([sets(), whole()], [all, all], "a dry run removes nothing");

  assert.equal((await scenery.holdpoint(11, "--prune")).exit, 0);
  assert.deepEqual(whole(), all, "ten are more than there are");

  const pruned = await scenery.holdpoint(12, "--prune", "--keep", "1", "--json");
  const said = JSON.parse(pruned.stdout) as { kept: { name: string; why: string }[]; record: number };
  assert.deepEqual(said.kept.map(({ why }) => why).sort(), ["promoted", "recent"]);
  assert.deepEqual(sets(), all, "the manifests stay");
  assert.deepEqual(whole(), said.kept.map(({ name }) => name).sort());
  assert.ok(existsSync(join(first.folder, "_whole/coverage.xml")), "what was promoted stays whole");
  const shown = await ran(fakeHost(root), "ledger", "show", String(said.record), "--json");
  assert.match(shown.stdout, /coverage-artifact-pruned/);

  const again = await scenery.holdpoint(13, "--prune", "--keep", "1", "--json");
  const { record, gone } = JSON.parse(again.stdout) as { record: number | null; gone: string[] };
  assert.deepEqual([record, gone.length], [null, 2], "nothing is left to prune");
});

test("a dry run writes nothing, and says what it would write", async (t) => {
  const scenery = scene(t);
  const { exit, stdout } = await scenery.holdpoint(0, "--dry-run");
  assert.equal(exit, 0);
  assert.match(stdout, /Nothing was written; it would be /);
  assert.deepEqual(scenery.sets(), []);
  assert.equal(existsSync(join(scenery.root, ".holdpoint")), false);
});

test("the summary goes to the job where there is one", async (t) => {
  const { root } = scene(t);
  const file = join(scratch(t, { "summary.md": "before\n" }), "summary.md");
  const env = { PATH: process.env["PATH"], GITHUB_STEP_SUMMARY: file };
  const args = ["coverage", "artifacts", "--no-html", "--summary"];
  assert.match((await ran(fakeHost(root, { env }), ...args)).stdout, /Added to the job's summary\./);
  assert.match(readFileSync(file, "utf8"), /^before\n## Coverage: trial\n/);
  assert.doesNotMatch((await ran(fakeHost(root), ...args)).stdout, /summary\./);
  const nowhere = { ...env, GITHUB_STEP_SUMMARY: join(file, "not-a-folder") };
  assert.match((await ran(fakeHost(root, { env: nowhere }), ...args)).stderr, /HP-USAGE/);
});

test("what is asked for wrongly is refused, and no report is no artifact", async (t) => {
  const { root, holdpoint, sets } = scene(t);
  for (const args of [
    ["--component", "stor"],
    ["--keep", "0", "--prune"],
    ["--keep", "x"],
  ]) {
    const { exit, stderr } = await holdpoint(0, ...args);
    assert.equal(exit, 2, args.join(" "));
    assert.match(stderr, /HP-USAGE/);
  }
  assert.match((await holdpoint(0, "--component", "stor")).stderr, /store/);
  writeFileSync(join(root, "reports/lcov.info"), "");
  const { exit, stderr } = await holdpoint(0);
  assert.equal(exit, 3);
  assert.match(stderr, /HP-READ-EMPTY/);
  assert.deepEqual(sets(), []);
});
