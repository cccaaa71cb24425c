import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import type { Ending } from "@holdpoint/testkit";
import { lockTargets } from "./target-lock.ts";

const BUSY = { code: "HP-SOAK-BUSY" } as const;

/** Where the lock of `target` lies, and what stands in it. */
function lockOf(t: Ending, target: string): { folder: string; file: string; held: Record<string, unknown> } {
  const folder = scratch(t);
  const release = lockTargets(folder, [target], "soak");
  const [name = ""] = readdirSync(folder);
  const file = join(folder, name);
  const held = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
  release();
  return { folder, file, held };
}

test("a lock tells who holds what, and only the lock lies there", (t) => {
  const folder = scratch(t);
  const release = lockTargets(folder, ["host:80"], "soak pool");
  const [name = "", ...others] = readdirSync(folder);
  assert.deepEqual(others, []);
  assert.match(name, /^[0-9a-f]{32}\.lock$/, "a target's name may hold slashes");
  const held = JSON.parse(readFileSync(join(folder, name), "utf8")) as Record<string, unknown>;
  assert.deepEqual([held["pid"], held["run"], held["target"]], [process.pid, "soak pool", "host:80"]);
  release();
});

test("targets whose names are hostile to a file system are locked like others", (t) => {
  const folder = scratch(t);
  const names = ["../../a", "a/b", "con", "\u0000", "", "x".repeat(5000), "ü", "u\u0308"];
  const release = lockTargets(folder, names, "soak");
  assert.equal(readdirSync(folder).length, names.length);
  for (const name of names) assert.throws(() => lockTargets(folder, [name], "other"), BUSY, JSON.stringify(name));
  release();
  assert.deepEqual(readdirSync(folder), []);
});

test("two that want the same in another order do not hold one each", (t) => {
  const folder = scratch(t);
  const release = lockTargets(folder, ["a", "b"], "one");
  assert.throws(() => lockTargets(folder, ["b", "a"], "two"), { message: /^a is held by one/ });
  release();
  lockTargets(folder, ["b", "a"], "two")();
});

test("giving back twice does not take away what another one took meanwhile", (t) => {
  const folder = scratch(t);
  const release = lockTargets(folder, ["a"], "one");
  release();
  const second = lockTargets(folder, ["a"], "two");
  release();
  assert.throws(() => lockTargets(folder, ["a"], "three"), { message: /held by two/ });
  second();
});

test("whoever was refused leaves the holder's lock as it was, and no draft", (t) => {
  const folder = scratch(t);
  const release = lockTargets(folder, ["a"], "one");
  const [name = ""] = readdirSync(folder);
  const before = readFileSync(join(folder, name), "utf8");
  assert.throws(() => lockTargets(folder, ["a"], "two"), BUSY);
  assert.deepEqual(readdirSync(folder), [name]);
  assert.equal(readFileSync(join(folder, name), "utf8"), before);
  release();
});

const HOLDERS: readonly (readonly [what: string, change: object, isHeld: boolean])[] = [
  ["a process that is there", {}, true],
  ["a process that is there, of a system that tells no start", { started: null }, true],
  ["a process number that is a text", { pid: "1", started: null }, false],
  ["a process number of 0, which is a group", { pid: 0, started: null }, false],
  ["a process number below 0, which is a group", { pid: -1, started: null }, false],
  ["a process number that is a fraction", { pid: 1.5, started: null }, false],
  ["a process number that no system gives", { pid: 2 ** 31 - 1, started: null }, false],
];

for (const [what, change, isHeld] of HOLDERS) {
  test(`a lock of ${what} ${isHeld ? "holds" : "is taken over"}`, (t) => {
    const { folder, file, held } = lockOf(t, "a");
    writeFileSync(file, JSON.stringify({ ...held, ...change }));
    if (isHeld) return assert.throws(() => lockTargets(folder, ["a"], "next"), BUSY);
    const release = lockTargets(folder, ["a"], "next");
    assert.equal((JSON.parse(readFileSync(file, "utf8")) as { run: string }).run, "next");
    assert.equal(readdirSync(folder).length, 1, "nothing stale is left");
    return release();
  });
}

test("a lock that is a folder is a fault of the folder, and nothing that was taken stays taken", (t) => {
  const { folder, file } = lockOf(t, "b");
  mkdirSync(file);
  assert.throws(() => lockTargets(folder, ["a", "b"], "soak"), { code: "HP-SOAK-FOLDER" });
  assert.equal(readdirSync(folder).length, 1, "the folder alone");
  lockTargets(folder, ["a"], "soak")();
});

test("no targets are no locks", (t) => {
  const folder = join(scratch(t), "locks");
  lockTargets(folder, [], "soak")();
  assert.deepEqual(readdirSync(folder), []);
});
