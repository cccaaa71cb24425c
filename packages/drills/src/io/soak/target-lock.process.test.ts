import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import { lockTargets } from "./target-lock.ts";

const files = (folder: string): string[] => readdirSync(folder);

test("a target is one run's at a time, and free again afterwards", (t) => {
  const folder = join(scratch(t), "locks");
  const release = lockTargets(folder, ["a", "b", "a"], "soak one");
  assert.equal(files(folder).length, 2);
  assert.throws(() => lockTargets(folder, ["c", "b"], "soak two"), {
    code: "HP-SOAK-BUSY",
    message: `b is held by soak one (process ${process.pid})`,
  });
  assert.equal(files(folder).length, 2, "what it had taken already is given back");
  release();
  release();
  assert.deepEqual(files(folder), []);
  lockTargets(folder, ["b"], "soak two")();
});

test("a lock whose process is gone is taken over, one of a living process is not", async (t) => {
  const folder = scratch(t);
  const child = spawn(process.execPath, ["-e", "process.stdin.resume()"]);
  try {
    lockTargets(folder, ["a"], "soak")();
    const release = lockTargets(folder, ["a"], "soak");
    const [name = ""] = files(folder);
    const held = JSON.parse(readFileSync(join(folder, name), "utf8")) as Record<string, unknown>;
    release();
    const foreign = (change: object): void => writeFileSync(join(folder, name), JSON.stringify({ ...held, ...change }));
    foreign({ pid: child.pid, started: null });
    assert.throws(() => lockTargets(folder, ["a"], "soak"), { code: "HP-SOAK-BUSY" });
    if (process.platform === "linux") {
      foreign({ pid: child.pid, started: "1" });
      lockTargets(folder, ["a"], "the number is another program's by now")();
    }
    foreign({ pid: child.pid, started: null });
    child.kill("SIGKILL");
    await once(child, "exit");
    lockTargets(folder, ["a"], "soak")();
    assert.deepEqual(files(folder), []);
  } finally {
    child.kill("SIGKILL");
  }
});

test("what is no lock holds nobody up", (t) => {
  const folder = scratch(t);
  const release = lockTargets(folder, ["a"], "soak");
  const [name = ""] = files(folder);
  release();
  for (const text of ["", "{", '{"pid":-1}', "null"]) {
    writeFileSync(join(folder, name), text);
    lockTargets(folder, ["a"], "soak")();
  }
});

test("a folder that cannot be made is told", (t) => {
  const folder = scratch(t, { file: "" });
  assert.throws(() => lockTargets(join(folder, "file", "locks"), ["a"], "soak"), { code: "HP-SOAK-FOLDER" });
});
