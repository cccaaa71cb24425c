import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Ending } from "@holdpoint/testkit";
import { commitAll, git, gitRepository, scratch } from "@holdpoint/testkit";
import { fakeHost, ran } from "../testing.ts";

const DAY_MS = 86_400_000;
const REGISTER = "docs/exceptions.md";
const CONFIG = `version: 1
service: trial
coverage:
  reports: [{ id: all, files: [lcov.info] }]
  source: ["src/*.js"]
  register: ${REGISTER}
  components:
    - { id: src, paths: ["src/**"], lines: 90 }
profiles:
  release: { gates: { coverage: {} } }
`;

const section = (path: string, covered: number, total: number): string =>
  [
    `SF:${path}`,
    ...Array.from({ length: total }, (_, line) => `DA:${line + 1},${line < covered ? 1 : 0}`),
    "end_of_record",
    "",
  ].join("\n");
const lcov = (a: number, b: number = 10): string => section("src/a.js", a, 10) + section("src/b.js", b, 10);

interface Scene {
  readonly root: string;
  readonly key: (name: string) => string;
  readonly holdpoint: (...args: string[]) => ReturnType<typeof ran>;
  readonly later: (days: number, ...args: string[]) => ReturnType<typeof ran>;
}

async function scene(t: Ending): Promise<Scene> {
  const source = Array.from({ length: 10 }, (_, line) => `export const x${line} = ${line};\n`).join("");
  const root = gitRepository(t, {
    "holdpoint.yaml": CONFIG,
    "src/a.js": source,
    "src/b.js": source,
    "lcov.info": lcov(4),
  });
  const keys = scratch(t);
  const key = (name: string): string => join(keys, `${name}.pem`);
  const later = (days: number, ...args: string[]): ReturnType<typeof ran> =>
    ran(fakeHost(root, { nowMs: () => Date.now() + days * DAY_MS }), ...args);
  const holdpoint = (...args: string[]): ReturnType<typeof ran> => later(0, ...args);
  for (const name of ["Ada", "Bo", "Eve"]) {
    assert.equal((await holdpoint("waiver", "enrol", name, "--key", key(name))).exit, 0);
  }
  commitAll(root, "keys");
  return { root, key, holdpoint, later };
}

const exceptions = (...args: string[]): string[] => ["coverage", "exceptions", ...args];

function wish(key: string, change: Readonly<Record<string, string>> = {}): string[] {
  const { path = "src/a.js", ...rest } = change;
  const flags = {
    type: "platform",
    owner: "Ada",
    approver: "Bo",
    rationale: "runs on another system",
    mitigation: "tried by hand before a release",
    expires: "90d",
    "next-review": "30d",
    key,
    ...rest,
  };
  return exceptions("add", path, ...Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value]));
}

/** An exception that both have signed and that is committed; its id. */
async function decided({ root, key, holdpoint }: Scene): Promise<string> {
  const { exit, stdout, stderr } = await holdpoint(...wish(key("Ada")), "--json");
  assert.equal(exit, 0, stdout + stderr);
  const { id } = (JSON.parse(stdout) as { exception: { id: string } }).exception;
  const approved = await holdpoint(...exceptions("approve", id, "--key", key("Bo")));
  assert.equal(approved.exit, 0, approved.stdout + approved.stderr);
  commitAll(root, "exception");
  return id;
}

const register = (root: string): string => readFileSync(join(root, REGISTER), "utf8");

test("an exception counts once the other person has signed it and it is committed", async (t) => {
  const all = await scene(t);
  const { key, holdpoint, root } = all;
  const added = await holdpoint(...wish(key("Ada")));
  assert.equal(added.exit, 0, added.stderr);
  assert.match(added.stdout, /stands for lines of src\/a\.js .*: 40\.00% \(4 of 10\)/);
  const [file = ""] = readdirSync(join(root, "governance/exceptions"));
  const id = file.replace(".dsse.json", "");
  const waiting = await holdpoint(...exceptions("list"));
  assert.equal(waiting.exit, 1);
  assert.match(waiting.stdout, /NOT TRUSTED .*Bo has not signed it/);
  const stranger = await holdpoint(...exceptions("approve", id, "--key", key("Eve")));
  assert.equal(stranger.exit, 1);
  assert.equal((await holdpoint(...exceptions("approve", id, "--key", key("Bo")))).exit, 0);
  assert.match((await holdpoint(...exceptions("approve", id, "--key", key("Bo")))).stderr, /both its signatures/);
  assert.match((await holdpoint(...exceptions("list"))).stdout, /^not committed /);
  commitAll(root, "exception");
  const { exit, stdout } = await holdpoint(...exceptions("list"));
  assert.equal(exit, 0);
  assert.match(stdout, /^counts {2}cov-\d{8}-[0-9a-f]{8} {2}src\/a\.js lines {2}40\.00% \(4 of 10\) {2}until /);
});

test("what no exception may say is refused, and nothing is written", async (t) => {
  const all = await scene(t);
  const { key, holdpoint, root } = all;
  const cases: readonly (readonly [Readonly<Record<string, string>>, RegExp])[] = [
    [{ path: "src/gone.js" }, /fits no tracked file/],
    [{ path: "src/b.js" }, /reaches its floor of 90% already/],
    [{ approver: "Ada" }, /somebody else/],
    [{ owner: "Eve", approver: "Bo" }, /the key is of Ada, and the owner is Eve/],
    [{ metric: "branches" }, /no report measures branches/],
    [{ "next-review": "100d" }, /not be later than the end/],
  ];
  for (const [change, says] of cases) {
    const { exit, stderr } = await holdpoint(...wish(key("Ada"), change));
    assert.equal(exit, 2, JSON.stringify(change));
    assert.match(stderr, says);
  }
  const foreign = await scene(t);
  assert.match((await holdpoint(...wish(foreign.key("Ada")))).stderr, /of nobody under governance\/keys/);
  writeFileSync(join(root, "lcov.info"), "");
  assert.match((await holdpoint(...wish(key("Ada")))).stderr, /HP-READ-EMPTY/);
  assert.ok(!existsSync(join(root, "governance/exceptions")));
  writeFileSync(join(root, "lcov.info"), lcov(4));
  await decided(all);
  assert.match((await holdpoint(...wish(key("Ada")))).stderr, /is about src\/a\.js already/);
});

test("sync proposes, takes the decision in, and keeps the resolved row with its final numbers", async (t) => {
  const all = await scene(t);
  const { root, key, holdpoint } = all;
  const dry = await holdpoint(...exceptions("sync", "--dry-run"));
  assert.equal(dry.exit, 0, dry.stderr);
  assert.match(dry.stdout, /^\+\| proposal-[0-9a-f]{8} \| proposed \| src\/a.js \| lines \|/m);
  assert.ok(!existsSync(join(root, REGISTER)), "a dry run writes nothing");
  assert.equal((await holdpoint(...exceptions("sync"))).exit, 0);
  const withNote = register(root).replaceAll(/^\| (Id|---|proposal-).*$/gm, (line, first: string) =>
    line.concat(first === "Id" ? " Ticket |" : first === "---" ? " --- |" : " T-7 |"),
  );
  writeFileSync(join(root, REGISTER), withNote);
  const id = await decided(all);
  await holdpoint(...exceptions("sync"));
  assert.match(register(root), new RegExp(`^\\| ${id} \\| open \\| src/a.js .*40.00% \\(4 of 10\\) .* T-7 \\|$`, "m"));
  assert.doesNotMatch(register(root), /proposed/);
  assert.match((await holdpoint(...exceptions("sync", "--dry-run"))).stdout, /as it should be \(1 open\)/);

  writeFileSync(join(root, "lcov.info"), lcov(10));
  await holdpoint(...exceptions("sync"));
  assert.match(register(root), /100.00% \(10 of 10\), reached/);
  const would = await holdpoint(...exceptions("sync", "--dry-run", "--key", key("Eve")));
  assert.match(would.stdout, /Would resolve: cov-/);
  assert.ok(!existsSync(join(root, "governance/exception-events")));
  const done = await holdpoint(...exceptions("sync", "--key", key("Eve"), "--json"));
  assert.deepEqual((JSON.parse(done.stdout) as { resolved: unknown }).resolved, [
    { id, why: "reached", final: { covered: 10, total: 10 } },
  ]);
  assert.match(register(root), /\| resolved \| .*100.00% \(10 of 10\), reached \d{4}-\d\d-\d\d by Eve \| T-7 \|$/m);
  assert.equal(readdirSync(join(root, "governance/exception-events")).length, 1);
  assert.match((await holdpoint(...exceptions("list"))).stdout, /There is no exception/);
  assert.match((await holdpoint(...exceptions("list", "--all"))).stdout, /^resolved /);
  const again = await holdpoint(...exceptions("resolve", id, "--key", key("Eve")));
  assert.match(again.stderr, /was resolved at/);
});

test("a fresh clone knows what was decided", async (t) => {
  const all = await scene(t);
  const id = await decided(all);
  const clone = join(scratch(t), "clone");
  git(all.root, "clone", "--quiet", all.root, clone);
  const { stdout } = await ran(fakeHost(clone), ...exceptions("list", "--json"));
  const [only] = (JSON.parse(stdout) as { exceptions: { id: string; state: string; introducedIn: string }[] })
    .exceptions;
  assert.deepEqual([only?.id, only?.state, only?.introducedIn], [id, "counts", git(clone, "rev-parse", "HEAD")]);
});

test("a review is due, is done by who decided, and moves no end", async (t) => {
  const all = await scene(t);
  const { key, holdpoint, later } = all;
  const id = await decided(all);
  assert.match((await later(31, ...exceptions("list"))).stdout, /^review due /);
  const review = (name: string, next: string): string[] =>
    exceptions("review", id, "--next", next, "--note", "still so", "--key", key(name));
  assert.match((await later(31, ...review("Eve", "30d"))).stderr, /reviewed by Ada or Bo, not by Eve/);
  assert.match((await later(31, ...review("Bo", "80d"))).stderr, /decided anew/);
  assert.equal((await later(31, ...review("Bo", "30d"))).exit, 0);
  assert.match((await later(32, ...exceptions("list"))).stdout, /^counts /);
  const expired = await later(91, ...exceptions("list"));
  assert.equal(expired.exit, 1);
  assert.match(expired.stdout, /^expired /);
  assert.equal(
    (await holdpoint(...exceptions("review", "cov-x", "--next", "1d", "--note", "n", "--key", key("Bo")))).exit,
    2,
  );
});

test("an exception ends only for what is so", async (t) => {
  const all = await scene(t);
  const { root, key, holdpoint } = all;
  const id = await decided(all);
  const resolve = (...more: string[]): ReturnType<typeof ran> =>
    holdpoint(...exceptions("resolve", id, "--key", key("Ada"), ...more));
  assert.match((await resolve()).stderr, /is not reached or removed/);
  assert.match((await resolve("--why", "reached")).stderr, /is not reached/);
  rmSync(join(root, "src/a.js"));
  commitAll(root, "gone");
  assert.match((await holdpoint(...exceptions("list"))).stdout, /^no file /);
  const { exit, stdout } = await resolve();
  assert.equal(exit, 0);
  assert.match(stdout, /not measured any more, removed \d{4}-\d\d-\d\d by Ada/);
});

test("withdrawn keeps the numbers of now", async (t) => {
  const all = await scene(t);
  const id = await decided(all);
  const { stdout } = await all.holdpoint(
    ...exceptions("resolve", id, "--key", all.key("Bo"), "--why", "withdrawn", "--json"),
  );
  const { why, final, by } = (JSON.parse(stdout) as { resolution: { why: string; final: unknown; by: string } })
    .resolution;
  assert.deepEqual([why, final, by], ["withdrawn", { covered: 4, total: 10 }, "Bo"]);
});

test("a register that cannot be kept is refused with its line, and stays as it is", async (t) => {
  const { root, holdpoint } = await scene(t);
  await holdpoint(...exceptions("sync"));
  const broken = register(root).replace(/^\| proposal.*$/m, "$& one more |");
  writeFileSync(join(root, REGISTER), broken);
  const { exit, stderr } = await holdpoint(...exceptions("sync"));
  assert.equal(exit, 2);
  assert.match(stderr, /HP-GOVERNANCE-REGISTER/);
  assert.match(stderr, /docs\/exceptions\.md:\d+/);
  assert.equal(register(root), broken);
});

test("without reports sync needs to be told so, and then leaves proposals alone", async (t) => {
  const { root, holdpoint } = await scene(t);
  await holdpoint(...exceptions("sync"));
  const before = register(root);
  rmSync(join(root, "lcov.info"));
  assert.equal((await holdpoint(...exceptions("sync"))).exit, 3);
  assert.equal((await holdpoint(...exceptions("sync", "--records-only"))).exit, 0);
  assert.equal(register(root), before);
});

test("a configuration without floors or register says so", async (t) => {
  const { root, holdpoint } = await scene(t);
  writeFileSync(join(root, "holdpoint.yaml"), CONFIG.replace(`  register: ${REGISTER}\n`, ""));
  assert.match((await holdpoint(...exceptions("sync"))).stderr, /coverage\.register/);
  writeFileSync(
    join(root, "holdpoint.yaml"),
    "version: 1\nservice: trial\nprofiles: { release: { gates: { ledger: {} } } }\n",
  );
  assert.match((await holdpoint(...exceptions("sync"))).stderr, /no `coverage` part/);
});
