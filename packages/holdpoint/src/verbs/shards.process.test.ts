import assert from "node:assert/strict";
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Ending } from "@holdpoint/testkit";
import { commitAll, git, gitRepository, scratch } from "@holdpoint/testkit";
import { fakeHost, ran } from "../testing.ts";

const CONFIG = `version: 1
service: shop
suites:
  - { id: api-tests, shard: api, run: [node, make.js, api], results: [reports/api.xml], writes: ["reports/api.*"] }
  - { id: auth-tests, shard: auth, run: [node, make.js, auth], results: [reports/auth.xml], writes: ["reports/auth.*"] }
coverage:
  reports:
    - { id: api, format: lcov, files: [reports/api.info], shard: api }
    - { id: auth, format: lcov, files: [reports/auth.info], shard: auth }
  source: ["src/**"]
  components:
    - { id: unit-api, paths: ["src/api.js"], lines: 90, shards: [api] }
    - { id: unit-auth, paths: ["src/auth.js"], lines: 90, branches: 90, shards: [auth], critical: true }
repository: { versionFiles: [package.json], changelog: CHANGELOG.md }
profiles:
  release:
    gates: { candidate: {}, tests: {}, coverage: { checks: { whole-floor: { linesPercent: 90 } } }, ledger: {} }
    requireGates: [candidate, tests, coverage, ledger]
    requireSections: [L]
    firstRelease: allow
`;

/** A job's runner: it leaves a line in RAN, test results and coverage, and ends as \`FAIL\` says. */
const MAKE = `const fs = require("node:fs");
const [, , name] = process.argv;
fs.mkdirSync("reports", { recursive: true });
fs.appendFileSync("reports/RAN", name + "\\n");
const failed = fs.existsSync("reports/FAIL") && name === "auth";
const inside = failed ? "<failure message='no'/>" : "";
fs.writeFileSync("reports/" + name + ".xml", \`<testsuites><testsuite name="\${name}" tests="1" failures="\${
  failed ? 1 : 0}" errors="0" skipped="0" time="0.01"><testcase classname="\${name}" name="works" time="0.01">\${
  inside}</testcase></testsuite></testsuites>\`);
const records = ["SF:src/" + name + ".js", "FN:1,f", "FNDA:1,f", "BRDA:1,0,0,1", "BRDA:1,0,1,1", "DA:1,1", "DA:2,1"];
fs.writeFileSync("reports/" + name + ".info", [...records, "end_of_record", ""].join("\\n"));
process.exitCode = failed ? 1 : 0;
`;

const FILES: Readonly<Record<string, string>> = {
  "holdpoint.yaml": CONFIG,
  "make.js": MAKE,
  "package.json": '{ "name": "shop", "version": "1.0.0" }\n',
  "CHANGELOG.md": "# Changelog\n\n## 1.0.0\n\n- It sells.\n",
  "src/api.js": "1;\n2;\n",
  "src/auth.js": "1;\n2;\n",
  ".gitignore": "reports/\n.holdpoint/\n",
};

interface CheckTold {
  readonly id: string;
  readonly outcome: string;
  readonly code: string;
  readonly reason: string;
}

/** What the verbs tell, as far as it is looked at here. */
interface Told {
  readonly code: string;
  readonly detail: string;
  readonly closed: boolean;
  readonly missing: readonly string[];
  readonly carried: readonly string[];
  readonly folder: string;
  readonly files: readonly { readonly path: string }[];
  readonly verdict: string;
  readonly holdReasons: readonly unknown[];
  readonly gates: readonly { readonly id: string; readonly verdict: string; readonly checks: readonly CheckTold[] }[];
}

async function holdpoint(cwd: string, ...args: string[]): Promise<{ exit: number; told: Told }> {
  const { exit, stdout, stderr } = await ran(fakeHost(cwd), ...args, "--json");
  assert.equal(stderr, "", args.join(" "));
  return { exit, told: JSON.parse(stdout) as Told };
}

const outcome = ({ gates }: Told, gate: string, check: string): string => {
  const found = gates.find(({ id }) => id === gate)?.checks.find(({ id }) => id === check);
  return found === undefined ? "none" : `${found.outcome} ${found.code}`;
};

interface Matrix {
  /** The work tree in which the last job judges. */
  readonly root: string;
  /** What the jobs uploaded, a folder a job. */
  readonly upload: string;
}

/** A job of the matrix has a clone of its own. */
function clone(t: Ending, root: string): string {
  const folder = join(scratch(t), "clone");
  git(root, "clone", "--quiet", root, folder);
  return folder;
}

async function job(
  t: Ending,
  { root, upload }: Matrix,
  name: string,
  prepare: (folder: string) => void = () => undefined,
) {
  const folder = clone(t, root);
  prepare(folder);
  return holdpoint(folder, "shard", name, "--out", join(upload, `job-${name}`, "shard"));
}

function matrix(t: Ending): Matrix {
  return { root: gitRepository(t, FILES), upload: scratch(t) };
}

test("two jobs leave what they saw, and promote judges the joined set without running anything again", async (t) => {
  const set = matrix(t);
  for (const name of ["api", "auth"]) {
    const { exit, told } = await job(t, set, name);
    assert.equal(exit, 0);
    const files = told.files.map(({ path }) => path).sort();
    assert.deepEqual(files, [`reports/${name}.info`, `reports/${name}.xml`], "what the other job writes is not here");
  }
  const { exit, told } = await holdpoint(set.root, "merge", set.upload);
  assert.deepEqual([exit, told.closed, told.missing, told.carried], [0, true, [], []]);
  const promoted = await holdpoint(set.root, "promote");
  assert.equal(promoted.told.verdict, "PROMOTE", JSON.stringify(promoted.told.holdReasons));
  assert.equal(outcome(promoted.told, "coverage", "shards-closed"), "pass pass");
  assert.equal(outcome(promoted.told, "tests", "suites-ran"), "pass pass");
  assert.equal(existsSync(join(set.root, "reports", "RAN")), false, "no suite ran where the set was judged");
});

test("an open set is no verdict: the absent shard is named, by merge, by check and by promote", async (t) => {
  const set = matrix(t);
  await job(t, set, "api");
  const { exit, told } = await holdpoint(set.root, "merge", set.upload);
  assert.deepEqual([exit, told.closed, told.missing], [1, false, ["auth"]]);
  const { stdout } = await ran(fakeHost(set.root), "merge", set.upload);
  assert.match(stdout, /^api {2}of this commit {2}1 suites, 2 files\nMissing: auth\./);
  const promoted = await holdpoint(set.root, "promote");
  assert.deepEqual([promoted.exit, promoted.told.verdict], [1, "HOLD"]);
  assert.match(JSON.stringify(promoted.told.holdReasons), /auth/);
  const checked = await holdpoint(set.root, "check", "coverage", "tests", "--evidence", "fresh");
  assert.equal(checked.exit, 1);
  for (const { id, verdict } of checked.told.gates) assert.equal(verdict, "INCONCLUSIVE", id);
  assert.equal(
    existsSync(join(set.root, "reports", "RAN")),
    false,
    "the absent shard's suite did not run here instead",
  );

  await job(t, set, "auth");
  assert.equal((await holdpoint(set.root, "merge", set.upload)).exit, 0);
  assert.equal((await holdpoint(set.root, "promote")).told.verdict, "PROMOTE", "once it has come the set is judged");
});

test("a failed suite of a job is uploaded all the same, and holds what is joined", async (t) => {
  const set = matrix(t);
  await job(t, set, "api");
  const { exit } = await job(t, set, "auth", (folder) => {
    cpSync(scratch(t, { "reports/FAIL": "" }), folder, { recursive: true });
  });
  assert.equal(exit, 1);
  assert.equal((await holdpoint(set.root, "merge", set.upload)).exit, 0, "it is all there");
  const { told } = await holdpoint(set.root, "promote");
  assert.equal(told.verdict, "HOLD");
  assert.equal(outcome(told, "tests", "none-failed"), "fail test-failed");
});

test("a shard of another commit is refused, or carried where it is named, but not for a critical component", async (t) => {
  const set = matrix(t);
  await job(t, set, "api");
  await job(t, set, "auth");
  writeFileSync(join(set.root, "src", "api.js"), "1;\n2;\n\n");
  commitAll(set.root, "later");
  const foreign = await holdpoint(set.root, "merge", set.upload);
  assert.deepEqual([foreign.exit, foreign.told.code], [3, "HP-SHARD-FOREIGN"]);
  assert.equal(existsSync(join(set.root, "reports")), false, "nothing was put into place");

  rmSync(join(set.upload, "job-auth"), { recursive: true });
  await job(t, set, "auth");
  const carried = await holdpoint(set.root, "merge", set.upload, "--carry", "api");
  assert.deepEqual([carried.exit, carried.told.carried], [0, ["api"]]);
  const { told } = await holdpoint(set.root, "check", "coverage", "--evidence", "fresh");
  assert.equal(outcome(told, "coverage", "nothing-carried-in-critical"), "warn carried");

  rmSync(join(set.upload, "job-auth"), { recursive: true });
  rmSync(join(set.upload, "job-api"), { recursive: true });
  await job(t, set, "api");
  await job(t, set, "auth");
  writeFileSync(join(set.root, "src", "api.js"), "1;\n2;\n\n\n");
  commitAll(set.root, "later still");
  rmSync(join(set.upload, "job-api"), { recursive: true });
  await job(t, set, "api");
  assert.equal((await holdpoint(set.root, "merge", set.upload, "--carry", "auth")).exit, 0);
  const critical = await holdpoint(set.root, "promote");
  assert.equal(critical.told.verdict, "HOLD");
  assert.equal(outcome(critical.told, "coverage", "nothing-carried-in-critical"), "fail carried-critical");
});

test("a changed file, a shard that nobody knows and two jobs that say they are the same one are refused", async (t) => {
  const set = matrix(t);
  await job(t, set, "api");
  const unknown = await holdpoint(set.root, "shard", "apy");
  assert.deepEqual([unknown.exit, unknown.told.code], [2, "HP-RUN-UNKNOWN"]);
  assert.match(unknown.told.detail, /api, auth/);
  const nothing = await holdpoint(set.root, "merge", scratch(t));
  assert.deepEqual([nothing.exit, nothing.told.code], [3, "HP-SHARD-INVALID"]);

  cpSync(join(set.upload, "job-api"), join(set.upload, "again"), { recursive: true });
  assert.equal((await holdpoint(set.root, "merge", set.upload)).told.code, undefined, "the same one twice is one");
  await job(t, { ...set, upload: join(set.upload, "other") }, "api");
  const twice = await holdpoint(set.root, "merge", set.upload);
  assert.deepEqual([twice.exit, twice.told.code], [3, "HP-SHARD-TWICE"]);

  const report = join(set.upload, "job-api", "shard", "files", "reports", "api.info");
  writeFileSync(report, readFileSync(report, "utf8").replace("DA:2,1", "DA:2,9"));
  const changed = await holdpoint(set.root, "merge", join(set.upload, "job-api"));
  assert.deepEqual([changed.exit, changed.told.code], [3, "HP-SHARD-INVALID"]);
});

test("without --out the folder is where the text says, and says how each suite ended", async (t) => {
  const { root } = matrix(t);
  const { exit, stdout } = await ran(fakeHost(join(root, "src")), "shard", "api");
  assert.equal(exit, 0);
  const folder = join(root, ".holdpoint", "shards", "api");
  assert.match(stdout, /^suite api-tests {2}exit 0\nreports\/api\.info {2}\d+ bytes\nreports\/api\.xml {3}\d+ bytes\n/);
  assert.ok(stdout.includes(`is in ${folder}: upload it whole`), stdout);
  assert.ok(existsSync(join(folder, "shard.json")));
});

test("a suite that hangs or is ended from outside is told so, and holds where it is joined", async (t) => {
  const hangs = CONFIG.replace("[node, make.js, api]", '[node, -e, "setInterval(() => 0, 1000)"], timeout: 1s');
  const ended = hangs.replace("[node, make.js, auth]", `[node, -e, "process.kill(process.pid, 'SIGKILL')"]`);
  assert.ok(ended.includes("SIGKILL") && ended.includes("timeout"));
  const root = gitRepository(t, { ...FILES, "holdpoint.yaml": ended });
  const upload = scratch(t);
  for (const [name, says] of [
    ["api", /^suite api-tests {2}timed out$/m],
    ["auth", /^suite auth-tests {2}ended by SIGKILL$/m],
  ] as const) {
    const { exit, stdout } = await ran(fakeHost(root), "shard", name, "--out", join(upload, name));
    assert.equal(exit, 1, stdout);
    assert.match(stdout, says);
  }
  assert.equal((await holdpoint(root, "merge", upload)).exit, 0);
  const { exit, told } = await holdpoint(root, "promote");
  assert.deepEqual([exit, told.verdict], [1, "HOLD"]);
  assert.match(outcome(told, "tests", "suites-ran"), /^(?:fail|missing) /);
  assert.match(outcome(told, "coverage", "shards-closed"), /^missing /);
});
