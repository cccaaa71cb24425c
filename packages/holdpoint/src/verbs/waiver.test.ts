import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Ending } from "@holdpoint/testkit";
import { gitRepository, scratch } from "@holdpoint/testkit";
import { fakeHost, ran } from "../testing.ts";

interface Scene {
  readonly root: string;
  readonly key: (name: string) => string;
  readonly holdpoint: (...args: string[]) => ReturnType<typeof ran>;
}

async function scene(t: Ending, ...people: readonly string[]): Promise<Scene> {
  const root = gitRepository(t, { "a.txt": "" });
  const keys = scratch(t);
  const key = (name: string): string => join(keys, `${name}.pem`);
  const holdpoint = (...args: string[]): ReturnType<typeof ran> => ran(fakeHost(root), ...args);
  for (const name of people) assert.equal((await holdpoint("waiver", "enrol", name, "--key", key(name))).exit, 0);
  return { root, key, holdpoint };
}

const wish = (change: Readonly<Record<string, string>>): string[] => {
  const flags = { code: "test-failed", reason: "known", owner: "Ada", approver: "Bo", expires: "7d", ...change };
  return [
    "waiver",
    "add",
    "tests/none-failed",
    ...Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value]),
  ];
};

const only = (root: string): string => {
  const files = readdirSync(join(root, "governance", "waivers"));
  assert.equal(files.length, 1);
  return `governance/waivers/${files[0]}`;
};

test("a key is made for its owner alone, kept, and known from then on", async (t) => {
  const { root, key, holdpoint } = await scene(t, "Ada Lovelace");
  assert.equal(statSync(key("Ada Lovelace")).mode & 0o777, 0o600);
  const before = readFileSync(key("Ada Lovelace"), "utf8");
  assert.match(readdirSync(join(root, "governance", "keys")).join(), /^ada-lovelace-[0-9a-f]{8}\.json$/);
  const { exit, stdout } = await holdpoint("waiver", "enrol", "Ada Lovelace", "--key", key("Ada Lovelace"), "--json");
  assert.equal(exit, 0);
  assert.equal((JSON.parse(stdout) as { isNew: boolean }).isNew, false);
  assert.equal(readFileSync(key("Ada Lovelace"), "utf8"), before);
});

test("names of any letters make a file name; none does not", async (t) => {
  const { root, key, holdpoint } = await scene(t);
  assert.equal((await holdpoint("waiver", "enrol", "王小明", "--key", key("w"))).exit, 0);
  assert.match(readdirSync(join(root, "governance", "keys")).join(), /^key-[0-9a-f]{8}\.json$/);
  assert.match((await holdpoint("waiver", "enrol", " ", "--key", key("x"))).stderr, /HP-USAGE/);
  assert.ok(!existsSync(key("x")));
});

test("a waiver counts once the other person has signed it", async (t) => {
  const { root, key, holdpoint } = await scene(t, "Ada", "Bo");
  assert.equal((await holdpoint(...wish({ key: key("Ada") }))).exit, 0);
  const waiting = await holdpoint("waiver", "list");
  assert.equal(waiting.exit, 1);
  assert.match(waiting.stdout, /^NOT TRUSTED {2}governance\/waivers\/.* {2}Bo has not signed it$/m);
  const approved = await holdpoint("waiver", "approve", only(root), "--key", key("Bo"));
  assert.equal(approved.exit, 0, approved.stdout);
  assert.match(approved.stdout, /counts once it is committed/);
  const { exit, stdout } = await holdpoint("waiver", "list");
  assert.equal(exit, 0);
  assert.match(
    stdout,
    /^counts {2}tests\/none-failed {2}test-failed {2}until \d{4}-\d\d-\d\d {2}Ada, approved by Bo {2}known\n$/,
  );
});

test("whoever asked cannot approve, and a stranger cannot either", async (t) => {
  const { root, key, holdpoint } = await scene(t, "Ada", "Bo", "Eve");
  assert.equal((await holdpoint(...wish({ key: key("Ada") }))).exit, 0);
  for (const name of ["Ada", "Eve"]) {
    const { exit, stdout } = await holdpoint("waiver", "approve", only(root), "--key", key(name));
    assert.equal(exit, 1, name);
    assert.match(stdout, /does not count:\n {2}Bo has not signed it/);
  }
});

test("a key that is not committed signs nothing that counts", async (t) => {
  const { root, key, holdpoint } = await scene(t, "Ada");
  const elsewhere = await scene(t, "Bo");
  assert.equal((await holdpoint(...wish({ key: key("Ada") }))).exit, 0);
  const { exit } = await holdpoint("waiver", "approve", only(root), "--key", elsewhere.key("Bo"));
  assert.equal(exit, 1);
});

test("a changed waiver is not trusted", async (t) => {
  const { root, key, holdpoint } = await scene(t, "Ada", "Bo");
  await holdpoint(...wish({ key: key("Ada") }));
  await holdpoint("waiver", "approve", only(root), "--key", key("Bo"));
  const file = join(root, only(root));
  const envelope = JSON.parse(readFileSync(file, "utf8")) as { payload: string };
  const payload = Buffer.from(envelope.payload, "base64").toString().replace("known", "fine!");
  writeFileSync(file, JSON.stringify({ ...envelope, payload: Buffer.from(payload).toString("base64") }));
  const { exit, stdout } = await holdpoint("waiver", "list", "--json");
  assert.equal(exit, 1);
  const { waivers, problems } = JSON.parse(stdout) as { waivers: unknown[]; problems: unknown[] };
  assert.deepEqual([waivers.length, problems.length], [0, 1]);
});

test("a waiver that has expired is listed as such", async (t) => {
  const { root, key, holdpoint } = await scene(t, "Ada", "Bo");
  await holdpoint(...wish({ key: key("Ada"), expires: "1d" }));
  await holdpoint("waiver", "approve", only(root), "--key", key("Bo"));
  const later = fakeHost(root, { nowMs: () => Date.now() + 2 * 86_400_000 });
  assert.match((await ran(later, "waiver", "list")).stdout, /^expired /);
});

test("what no waiver may say is refused, and nothing is written", async (t) => {
  const { root, key, holdpoint } = await scene(t, "Ada");
  const refused: readonly Readonly<Record<string, string>>[] = [
    { code: "nope" },
    { approver: "Ada" },
    { expires: "soon" },
    { expires: "9999d" },
    { reason: " " },
  ];
  for (const change of refused) {
    const { exit, stderr } = await holdpoint(...wish({ key: key("Ada"), ...change }));
    assert.equal(exit, 2, JSON.stringify(change));
    assert.match(stderr, /HP-USAGE/);
  }
  assert.match((await holdpoint(...wish({ key: key("none") }))).stderr, /HP-KEY-MISSING/);
  assert.ok(!existsSync(join(root, "governance", "waivers")));
});

test("what is no waiver cannot be approved", async (t) => {
  const { root, key, holdpoint } = await scene(t, "Ada");
  assert.match((await holdpoint("waiver", "approve", "none.json", "--key", key("Ada"))).stderr, /HP-READ-ABSENT/);
  writeFileSync(join(root, "junk.json"), "{}");
  assert.match((await holdpoint("waiver", "approve", "junk.json", "--key", key("Ada"))).stderr, /HP-ENVELOPE-INVALID/);
  assert.equal(readFileSync(join(root, "junk.json"), "utf8"), "{}");
});
