import assert from "node:assert/strict";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import { fakeHost, ran, verbPaths } from "./testing.ts";
import { VERSION } from "./version.ts";

test("--version and --help print to stdout and end with 0", async (t) => {
  const folder = scratch(t);
  assert.deepEqual(await ran(fakeHost(folder), "--version"), { exit: 0, stdout: `${VERSION}\n`, stderr: "" });
  const help = await ran(fakeHost(folder), "--help");
  assert.equal(help.exit, 0);
  assert.match(help.stdout, /promote/);
  assert.equal(help.stderr, "");
});

test("every verb has --help, --json, --config and --quiet", async (t) => {
  const folder = scratch(t);
  const verbs = verbPaths();
  assert.ok(verbs.length > 0);
  for (const verb of verbs) {
    const help = await ran(fakeHost(folder), ...verb, "--help");
    assert.equal(help.exit, 0, verb.join(" "));
    for (const flag of ["--json", "--config", "--quiet"]) {
      assert.ok(help.stdout.includes(flag), `${verb.join(" ")} ${flag}`);
    }
  }
});

test("an unknown verb is HP-USAGE with a suggestion", async (t) => {
  const { exit, stdout, stderr } = await ran(fakeHost(scratch(t)), "promot");
  assert.deepEqual([exit, stdout], [2, ""]);
  assert.match(stderr, /^holdpoint: .*promot.*promote.* \[HP-USAGE\]\n {2}`holdpoint --help`/s);
});

test("with --json an unknown verb is a problem document on stdout", async (t) => {
  const { exit, stdout, stderr } = await ran(fakeHost(scratch(t)), "promot", "--json");
  assert.deepEqual([exit, stderr], [2, ""]);
  const problem = JSON.parse(stdout) as Record<string, unknown>;
  assert.equal(problem["type"], "urn:holdpoint:error:HP-USAGE");
  assert.equal(problem["code"], "HP-USAGE");
  assert.equal(problem["status"], 400);
  assert.equal(problem["retryable"], false);
});

test("unknown flags, missing values and surplus arguments are HP-USAGE", async (t) => {
  const folder = scratch(t);
  for (const args of [
    ["promote", "--no-such-flag"],
    ["promote", "--output"],
    ["promote", "surplus"],
    ["promote", "--profil", "x"],
  ]) {
    const { exit, stdout, stderr } = await ran(fakeHost(folder), ...args);
    assert.deepEqual([exit, stdout], [2, ""], args.join(" "));
    assert.match(stderr, /\[HP-USAGE\]/, args.join(" "));
  }
});

test("what comes after -- does not ask for JSON", async (t) => {
  const { exit, stdout } = await ran(fakeHost(scratch(t)), "promot", "--", "--json");
  assert.deepEqual([exit, stdout], [2, ""]);
});

test("without a verb nothing has passed", async (t) => {
  const { exit, stdout, stderr } = await ran(fakeHost(scratch(t)));
  assert.deepEqual([exit, stdout], [2, ""]);
  assert.match(stderr, /a verb is needed \[HP-USAGE\]/);
});
