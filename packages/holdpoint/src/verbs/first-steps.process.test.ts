import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gitRepository, scratch } from "@holdpoint/testkit";
import { fakeHost, ran } from "../testing.ts";

/** What somebody tries before any run, in a repository that Holdpoint has never seen. */
const FILES = {
  "package.json": '{"name":"trial","version":"1.0.0","type":"module","scripts":{"test":"node --test"}}',
  "src/sum.test.js": 'import { test } from "node:test";\ntest("adds", () => {});\n',
};

test("init shows what it would write, and writes nothing", async (t) => {
  const root = gitRepository(t, FILES);
  const { exit, stdout } = await ran(fakeHost(root), "init", "--dry-run");
  assert.equal(exit, 0);
  assert.match(stdout, /^version: 1$/m);
  assert.equal(existsSync(join(root, "holdpoint.yaml")), false);
});

test("explain lists every gate, and tells a check's question before anything ran", async (t) => {
  const root = gitRepository(t, FILES);
  await ran(fakeHost(root), "init");
  const list = await ran(fakeHost(root), "explain");
  assert.equal(list.exit, 0);
  for (const gate of ["candidate", "tests", "coverage", "dependencies", "automation-coverage", "ledger"]) {
    assert.ok(list.stdout.includes(gate), gate);
  }
  const check = await ran(fakeHost(root), "explain", "tests/none-failed");
  assert.equal(check.exit, 0);
  assert.match(check.stdout, /Did|Is|Does|Was/);
  const unknown = await ran(fakeHost(root), "explain", "tests/none-faled", "--json");
  assert.equal(unknown.exit, 2);
  assert.match(unknown.stdout, /none-failed/);
});

test("replay without any run says that there is none", async (t) => {
  const { exit, stdout } = await ran(fakeHost(gitRepository(t, FILES)), "replay", "--json");
  assert.equal(exit, 2);
  assert.equal((JSON.parse(stdout) as { code: string }).code, "HP-RUN-UNKNOWN");
});

test("dependencies record writes the digests of what is installed", async (t) => {
  const root = gitRepository(t, {
    "package.json": '{"name":"trial","version":"1.0.0"}',
    "package-lock.json": JSON.stringify({
      name: "trial",
      version: "1.0.0",
      lockfileVersion: 3,
      packages: { "": { name: "trial", version: "1.0.0" } },
    }),
    "node_modules/.package-lock.json": '{"lockfileVersion":3,"packages":{}}',
  });
  const { exit, stderr } = await ran(fakeHost(root), "dependencies", "record");
  assert.deepEqual([exit, stderr], [0, ""]);
  assert.match(readFileSync(join(root, "node_modules", ".holdpoint-install.json"), "utf8"), /lockfileSha256/);
});

test("outside a repository each says so", async (t) => {
  const folder = scratch(t);
  for (const verb of ["replay", "explain", "audit"]) {
    const { exit, stdout } = await ran(fakeHost(folder), verb, "--json");
    assert.ok(exit === 0 || (JSON.parse(stdout) as { code: string }).code.startsWith("HP-"), verb);
  }
});
