import assert from "node:assert/strict";
import { appendFileSync, existsSync, readFileSync, readdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { makeSigner, openLedger } from "@holdpoint/ledger";
import type { Ending } from "@holdpoint/testkit";
import { gitRepository, scratch } from "@holdpoint/testkit";
import { fakeHost, ran } from "../testing.ts";

const NOW_MS = Date.UTC(2026, 0, 2);
const RECORDS = 5;

/** A repository whose ledger holds its key and a few notes. */
function withLedger(t: Ending): string {
  const root = gitRepository(t, { "a.txt": "" });
  const { ledger } = openLedger({ folder: join(root, ".holdpoint"), origin: "holdpoint/trial", nowMs: () => NOW_MS });
  for (let index = 1; index < RECORDS; index += 1) {
    ledger.append([
      { kind: index % 2 === 0 ? "even" : "odd", run: `r${index}`, body: { gate: "tests", verdict: "PASS", index } },
    ]);
  }
  ledger.close();
  return root;
}

const lines = (text: string): string[] => text.trimEnd().split("\n");

test("log lists the newest first, bounded, by kind and by run", async (t) => {
  const root = withLedger(t);
  const all = lines((await ran(fakeHost(root), "ledger", "log")).stdout);
  assert.equal(all.length, RECORDS);
  assert.match(all[0] ?? "", /^4 {2}2026-01-02T00:00:00\.000Z {2}even +r4 {2}verdict=PASS gate=tests$/);
  assert.match(all.at(-1) ?? "", /^0 .*key-added.*fingerprint=SHA256:/);
  assert.equal(lines((await ran(fakeHost(root), "ledger", "log", "--limit", "2")).stdout).length, 2);
  assert.equal(lines((await ran(fakeHost(root), "ledger", "log", "--kind", "even")).stdout).length, 2);
  assert.match((await ran(fakeHost(root), "ledger", "log", "--run", "r3")).stdout, /^3 /);
  assert.equal((await ran(fakeHost(root), "ledger", "log", "--kind", "none")).stdout, "No record fits.\n");
});

test("show gives a record as it was stored", async (t) => {
  const root = withLedger(t);
  const { exit, stdout } = await ran(fakeHost(root), "ledger", "show", "2", "--json");
  assert.equal(exit, 0);
  const { record } = JSON.parse(stdout) as { record: { kind: string; seq: number; body: object } };
  assert.deepEqual([record.kind, record.seq, record.body], ["even", 2, { gate: "tests", index: 2, verdict: "PASS" }]);
  assert.match((await ran(fakeHost(root), "ledger", "show", "2")).stdout, /leaf hash [A-Za-z0-9+/]{43}=\n$/);
  for (const [index, code] of [
    ["99", "HP-RUN-UNKNOWN"],
    ["-1", "HP-USAGE"],
    ["1e3", "HP-USAGE"],
  ] as const) {
    const refused = await ran(fakeHost(root), "ledger", "show", index);
    assert.equal(refused.exit, 2);
    assert.ok(refused.stderr.includes(code), `${index}: ${refused.stderr}`);
  }
});

test("export writes the bytes that were hashed, a line each", async (t) => {
  const root = withLedger(t);
  const output = join(scratch(t), "ledger.jsonl");
  const { exit, stdout } = await ran(fakeHost(root), "ledger", "export", "--output", output);
  assert.deepEqual([exit, stdout], [0, `${RECORDS} records written to ${output}\n`]);
  const written = readFileSync(output, "utf8");
  assert.equal((await ran(fakeHost(root), "ledger", "export")).stdout, written);
  assert.deepEqual(
    lines(written).map((line) => (JSON.parse(line) as { seq: number }).seq),
    [0, 1, 2, 3, 4],
  );
});

test("reading leaves no trace beside the ledger", async (t) => {
  const root = withLedger(t);
  const before = readdirSync(join(root, ".holdpoint")).toSorted();
  for (const args of [["log"], ["show", "0"], ["export"], ["verify"]]) {
    assert.equal((await ran(fakeHost(root), "ledger", ...args)).exit, 0, args.join(" "));
  }
  assert.deepEqual(readdirSync(join(root, ".holdpoint")).toSorted(), before);
});

test("verify says how far it is vouched for, and on whose word", async (t) => {
  const root = withLedger(t);
  const { exit, stdout } = await ran(fakeHost(root), "ledger", "verify");
  assert.equal(exit, 0);
  assert.match(stdout, /^ledger: valid, anchored up to 5 of 5, self-asserted/);
  const folder = join(root, ".holdpoint", "keys");
  const key = join(folder, readdirSync(folder).find((name) => name.endsWith(".pub")) ?? "");
  const trusted = await ran(fakeHost(root), "verify", ".holdpoint", "--key", key);
  assert.equal(trusted.exit, 0);
  assert.ok(!trusted.stdout.includes("self-asserted"));
});

test("a changed record is found, with code and place, and ends with 1", async (t) => {
  const root = withLedger(t);
  const file = join(root, ".holdpoint", "ledger.db");
  const bytes = readFileSync(file);
  const at = bytes.indexOf('"verdict":"PASS"');
  assert.ok(at > 0);
  bytes.write('"verdict":"FAIL"', at);
  writeFileSync(file, bytes);
  const { exit, stdout } = await ran(fakeHost(root), "ledger", "verify", "--json");
  assert.equal(exit, 1);
  const { valid, problems } = JSON.parse(stdout) as { valid: boolean; problems: { code: string; where: string }[] };
  assert.equal(valid, false);
  assert.ok(
    problems.some(({ where }) => /^record \d$/.test(where)),
    JSON.stringify(problems),
  );
  assert.match((await ran(fakeHost(root), "ledger", "verify")).stdout, /NOT VALID/);
});

test("somebody else's key, a file that is no key, and a ledger cut short", async (t) => {
  const root = withLedger(t);
  const keys = scratch(t, { "junk.pub": "junk" });
  const { signer } = makeSigner();
  const foreign = join(keys, "foreign.pub");
  writeFileSync(foreign, signer.publicKey.object.export({ format: "pem", type: "spki" }));
  const stranger = await ran(fakeHost(root), "verify", ".holdpoint", "--key", foreign);
  assert.equal(stranger.exit, 1, stranger.stdout);
  for (const [file, code] of [
    ["junk.pub", "HP-KEY-UNREADABLE"],
    ["none.pub", "HP-KEY-MISSING"],
  ] as const) {
    const { exit, stderr } = await ran(fakeHost(root), "verify", ".holdpoint", "--key", join(keys, file));
    assert.deepEqual([exit, stderr.includes(code)], [3, true]);
  }
  truncateSync(join(root, ".holdpoint", "ledger.db"), 5_000);
  const cut = await ran(fakeHost(root), "ledger", "verify");
  assert.notEqual(cut.exit, 0);
  assert.ok(!cut.stderr.includes("    at "), "no stack trace");
});

test("what is no ledger, no verdict and no run is said", async (t) => {
  const folder = scratch(t, { "x.json": "{}", empty: "" });
  for (const path of ["empty", "none", "."]) {
    const { exit, stdout, stderr } = await ran(fakeHost(folder), "verify", path);
    assert.deepEqual([exit, stdout], [3, ""], path);
    assert.match(stderr, /\[HP-/);
  }
  const { exit, stdout } = await ran(fakeHost(folder), "verify", "x.json");
  assert.equal(exit, 1);
  assert.match(stdout, /NOT VALID[\s\S]*envelope-malformed {2}x\.json/);
});

test("rotate-key hands over, and the ledger goes on with the new key", async (t) => {
  const root = withLedger(t);
  const { exit, stdout } = await ran(fakeHost(root), "ledger", "rotate-key", "--json");
  assert.equal(exit, 0);
  const { previous, current, record } = JSON.parse(stdout) as { previous: string; current: string; record: number };
  assert.notEqual(previous, current);
  assert.equal(record, RECORDS);
  const { ledger, key } = openLedger({ folder: join(root, ".holdpoint"), origin: "x", nowMs: () => NOW_MS });
  assert.deepEqual([key.fingerprint, key.isNew], [current, false]);
  ledger.close();
  assert.equal((await ran(fakeHost(root), "ledger", "verify")).exit, 0);
});

test("rotate-key takes a key of a file, but not the one in use and not junk", async (t) => {
  const root = withLedger(t);
  const { pem } = makeSigner();
  const folder = scratch(t, { "new.pem": pem, "junk.pem": "junk" });
  const used = join(root, ".holdpoint", "keys");
  const own = join(used, readdirSync(used).find((name) => !name.endsWith(".pub")) ?? "");
  assert.match(
    (await ran(fakeHost(root), "ledger", "rotate-key", "--key", own)).stderr,
    /the ledger's key already.*HP-USAGE/,
  );
  assert.equal((await ran(fakeHost(root), "ledger", "rotate-key", "--key", join(folder, "junk.pem"))).exit, 3);
  const { exit, stdout } = await ran(fakeHost(root), "ledger", "rotate-key", "--key", join(folder, "new.pem"));
  assert.equal(exit, 0);
  assert.match(stdout, /Give this key with --key from now on/);
});

test("publish needs a promotion and a configuration", async (t) => {
  const root = withLedger(t);
  assert.match((await ran(fakeHost(root), "ledger", "publish")).stderr, /HP-CONFIG-ABSENT/);
  appendFileSync(
    join(root, "holdpoint.yaml"),
    "version: 1\nservice: trial\nprofiles: { release: { gates: { tests: } } }\n",
  );
  assert.match(
    (await ran(fakeHost(root), "ledger", "publish")).stderr,
    /no promotion of trial in release.*HP-RUN-UNKNOWN/,
  );
  assert.ok(!existsSync(join(root, "governance")));
});
