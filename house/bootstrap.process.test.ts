import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { bootstrapCopy } from "./plants/bootstrap-copy.ts";

const SYSTEM_NODE = "/usr/bin/node";

describe("bootstrap", () => {
  test("installs once, records the install, then starts the verb", async (t) => {
    const copy = bootstrapCopy(t);
    const first = await copy.run(["promote", "--json", "a b"]);
    assert.equal(first.exitCode, 0, first.stderr);
    assert.deepEqual(copy.runs("npm-runs"), ["ci --loglevel=error"]);
    assert.deepEqual(copy.runs("command-runs"), ["dependencies record", "promote --json a b"]);
    const second = await copy.run(["promote"]);
    assert.equal(second.exitCode, 0);
    assert.equal(copy.runs("npm-runs").length, 1);
    assert.equal(copy.runs("command-runs").at(-1), "promote");
  });

  test("stdout is the verb's only, and the verb runs on the conditions and the PATH of the workspace", async (t) => {
    const copy = bootstrapCopy(t);
    const end = await copy.run(["promote", "--json"]);
    const document = JSON.parse(end.stdout) as { args: string[]; conditions: string[]; path: string; node: string };
    assert.deepEqual(document.args, ["promote", "--json"]);
    assert.deepEqual(document.conditions, ["--conditions=holdpoint-source"]);
    assert.ok(document.path.startsWith(join(copy.folder, "node_modules", ".bin")));
    assert.match(end.stderr, /npm says something on stdout/);
  });

  test("a changed lockfile installs again; a changed time does not", async (t) => {
    const copy = bootstrapCopy(t);
    await copy.run(["promote"]);
    const lock = join(copy.folder, "package-lock.json");
    writeFileSync(lock, `{"lockfileVersion": 3}`);
    await copy.run(["promote"]);
    assert.equal(copy.runs("npm-runs").length, 1);
    writeFileSync(lock, `{"lockfileVersion": 3, "packages": {}}`);
    await copy.run(["promote"]);
    assert.equal(copy.runs("npm-runs").length, 2);
  });

  for (const gone of ["node_modules/.package-lock.json", "node_modules/.holdpoint-bootstrap.json"]) {
    test(`installs again without ${gone}`, async (t) => {
      const copy = bootstrapCopy(t);
      await copy.run(["promote"]);
      rmSync(join(copy.folder, gone));
      await copy.run(["promote"]);
      assert.equal(copy.runs("npm-runs").length, 2);
    });
  }

  test("installs again when the record is for another platform or not JSON", async (t) => {
    const copy = bootstrapCopy(t);
    await copy.run(["promote"]);
    const record = join(copy.folder, "node_modules/.holdpoint-bootstrap.json");
    for (const text of [`{"platform":"plan9-mips"}`, "{", "null"]) {
      writeFileSync(record, text);
      await copy.run(["promote"]);
    }
    assert.equal(copy.runs("npm-runs").length, 4);
  });

  test("exit codes of the verb are passed on", async (t) => {
    const copy = bootstrapCopy(t);
    for (const code of [0, 1, 2, 3]) {
      assert.equal((await copy.run(["promote"], { PLANT_COMMAND_EXIT: String(code) })).exitCode, code);
    }
  });

  test("signals are passed on to the verb", async (t) => {
    const end = await bootstrapCopy(t).run(["promote", "--wait"]);
    assert.equal(end.exitCode, 9);
  });

  test("an unknown verb, a missing verb and an inherited name are usage errors", async (t) => {
    const copy = bootstrapCopy(t);
    for (const args of [["nope"], [], ["constructor"]]) {
      const end = await copy.run(args);
      assert.equal(end.exitCode, 2);
      assert.match(end.stderr, /wants one of promote, test/);
    }
    assert.deepEqual(copy.runs("npm-runs"), []);
  });
});

describe("bootstrap when npm refuses", () => {
  test("promote says HOLD with npm's reason and starts nothing", async (t) => {
    const copy = bootstrapCopy(t);
    const end = await copy.run(["promote"], { PLANT_NPM_FAILS: "1" });
    assert.equal(end.exitCode, 1);
    assert.match(end.stdout, /^HOLD\n/);
    assert.match(end.stdout, /Missing: left-pad@1\.0\.0 from lock file/);
    assert.deepEqual(copy.runs("command-runs"), []);
  });

  test("promote --json prints one verdict document", async (t) => {
    const end = await bootstrapCopy(t).run(["promote", "--profile", "pr", "--json"], { PLANT_NPM_FAILS: "1" });
    const document = JSON.parse(end.stdout) as Record<string, unknown>;
    assert.equal(end.exitCode, 1);
    assert.equal(document["schema"], "holdpoint/verdict/v1");
    assert.equal(document["verdict"], "HOLD");
    assert.equal(document["profile"], "pr");
    const [reason] = document["holdReasons"] as [Record<string, unknown>];
    assert.equal(reason["code"], "npm-refused");
    assert.equal(reason["gate"], "dependencies");
    assert.match(String(reason["text"]), /left-pad/);
  });

  test("other verbs end with npm's exit code and print nothing on stdout", async (t) => {
    const end = await bootstrapCopy(t).run(["test"], { PLANT_NPM_FAILS: "1" });
    assert.equal(end.exitCode, 7);
    assert.equal(end.stdout, "");
    assert.match(end.stderr, /npm ci failed \(exit 7\)/);
  });

  test("npm that cannot be started is a refusal too", async (t) => {
    const end = await bootstrapCopy(t).run(["promote"], { npm_execpath: undefined, PATH: "" });
    assert.equal(end.exitCode, 1);
    assert.match(end.stdout, /npm did not start/);
  });

  test("digests that cannot be recorded stop the verb, and the next start installs again", async (t) => {
    const copy = bootstrapCopy(t);
    const end = await copy.run(["promote"], { PLANT_RECORD_EXIT: "2" });
    assert.equal(end.exitCode, 3);
    assert.match(end.stderr, /could not be recorded/);
    assert.equal((await copy.run(["promote"])).exitCode, 0);
    assert.equal(copy.runs("npm-runs").length, 2);
  });
});

describe("bootstraps at the same time", () => {
  const lockOf = (folder: string): string => join(folder, ".holdpoint/bootstrap.lock");
  const plantLock = (folder: string, pid: number, host: string): void => {
    mkdirSync(join(folder, ".holdpoint"));
    writeFileSync(lockOf(folder), JSON.stringify({ pid, host, token: "planted" }));
  };

  test("four of them install once and all start their verb", async (t) => {
    const copy = bootstrapCopy(t);
    const ends = await Promise.all([1, 2, 3, 4].map(() => copy.run(["promote"], { PLANT_NPM_MS: "300" })));
    assert.deepEqual(
      ends.map((end) => end.exitCode),
      [0, 0, 0, 0],
    );
    assert.equal(copy.runs("npm-runs").length, 1);
    assert.equal(copy.runs("command-runs").filter((line) => line === "promote").length, 4);
    assert.deepEqual(readdirSync(join(copy.folder, ".holdpoint")), []);
  });

  test("the lock of a process that died is taken over", async (t) => {
    const copy = bootstrapCopy(t);
    const dead = execFileSync(process.execPath, ["-p", "process.pid"], { encoding: "utf8" });
    plantLock(copy.folder, Number(dead), hostname());
    assert.equal((await copy.run(["promote"])).exitCode, 0);
    assert.equal(existsSync(lockOf(copy.folder)), false);
  });

  test("a lock that nobody can read is said to be in the way", async (t) => {
    const copy = bootstrapCopy(t);
    mkdirSync(join(copy.folder, ".holdpoint"));
    writeFileSync(lockOf(copy.folder), "not a lock");
    const end = await copy.run(["promote"]);
    assert.equal(end.exitCode, 3);
    assert.match(end.stderr, /not readable as a lock; remove it/);
    assert.deepEqual(copy.runs("npm-runs"), []);
  });
});

describe("bootstrap under the system's own Node", () => {
  const version = existsSync(SYSTEM_NODE)
    ? execFileSync(SYSTEM_NODE, ["--version"], { encoding: "utf8" }).trim()
    : "v24";
  const isOlder = Number(version.slice(1).split(".")[0]) < 24;

  test(`${version} installs and starts the verb under the pinned one`, async (t) => {
    const copy = bootstrapCopy(t);
    const end = await copy.run(["promote"], {}, isOlder ? SYSTEM_NODE : process.execPath);
    assert.equal(end.exitCode, 0, end.stderr);
    assert.equal((JSON.parse(end.stdout) as { node: string }).node, process.versions.node);
  });
});
