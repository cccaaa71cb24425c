import assert from "node:assert/strict";
import type { SpawnSyncReturns } from "node:child_process";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { scratch, writeFiles } from "@holdpoint/testkit";

const BIN = fileURLToPath(new URL("../bin/holdpoint.js", import.meta.url));
const SYSTEM_NODE = "/usr/bin/node";
const TIME_LIMIT_MS = 30_000;

const run = (program: string, args: readonly string[], cwd: string): SpawnSyncReturns<string> =>
  spawnSync(program, args, { cwd, encoding: "utf8", timeout: TIME_LIMIT_MS });

/** A package as it is published: bin and bundle, no source; the bundle says what it was given, or waits. */
function published(folder: string, bundle: string): string {
  writeFiles(folder, {
    "package.json": '{"name":"holdpoint","type":"module"}',
    "dist/holdpoint.js": bundle,
  });
  mkdirSync(join(folder, "bin"));
  cpSync(BIN, join(folder, "bin", "holdpoint.js"));
  return join(folder, "bin", "holdpoint.js");
}

const systemIsOld = (): boolean => {
  if (!existsSync(SYSTEM_NODE)) return false;
  return Number(run(SYSTEM_NODE, ["-p", "process.versions.node.split('.')[0]"], "/").stdout) < 24;
};

test("runs from source under this Node", (t) => {
  const { status, stdout, stderr } = run(process.execPath, [BIN, "--version"], scratch(t));
  assert.deepEqual([status, stderr], [0, ""]);
  assert.match(stdout, /^\d+\.\d+\.\d+\n$/);
});

test("forwards the exit code", (t) => {
  const { status, stdout, stderr } = run(process.execPath, [BIN, "no-such-verb"], scratch(t));
  assert.deepEqual([status, stdout], [2, ""]);
  assert.match(stderr, /HP-USAGE/);
});

test("runs through a link, as npm makes one", (t) => {
  const folder = scratch(t);
  symlinkSync(BIN, join(folder, "holdpoint"));
  const { status, stdout } = run(join(folder, "holdpoint"), ["--version"], folder);
  assert.equal(status, 0);
  assert.match(stdout, /^\d/);
});

test("an older system Node starts the one that npm installed", { skip: !systemIsOld() }, (t) => {
  const { status, stdout, stderr } = run(SYSTEM_NODE, [BIN, "--version"], scratch(t));
  assert.deepEqual([status, stderr], [0, ""]);
  assert.match(stdout, /^\d/);
});

test("an older system Node without any other says so and ends with 3", { skip: !systemIsOld() }, (t) => {
  const folder = scratch(t);
  const bin = published(folder, "throw new Error('never loaded');");
  const { status, stdout, stderr } = run(SYSTEM_NODE, [bin, "promote"], folder);
  assert.deepEqual([status, stdout], [3, ""]);
  assert.match(stderr, /Node 24 or newer is needed/);
  const json = run(SYSTEM_NODE, [bin, "promote", "--json"], folder);
  assert.equal(json.status, 3);
  assert.equal((JSON.parse(json.stdout) as { code: string }).code, "HP-INTERNAL");
});

test("a bundle is loaded in the same process, with the arguments", (t) => {
  const folder = scratch(t);
  const bin = published(folder, "console.log(process.pid, process.argv.slice(2).join());");
  const { pid, status, stdout } = run(process.execPath, [bin, "a", "b c"], folder);
  assert.deepEqual([status, stdout], [0, `${pid} a,b c\n`]);
});

test("a package without source and bundle says so and ends with 3", (t) => {
  const folder = scratch(t);
  mkdirSync(join(folder, "bin"));
  cpSync(BIN, join(folder, "bin", "holdpoint.js"));
  writeFiles(folder, { "package.json": '{"type":"module"}' });
  const { status, stderr } = run(process.execPath, [join(folder, "bin", "holdpoint.js")], folder);
  assert.equal(status, 3);
  assert.match(stderr, /neither the source nor the bundle/);
});

/** A source tree whose main waits for a signal, tells of it and ends with a code of its own. */
const WAITING = `
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(name, () => { console.log("got", name); process.exit(3); });
  }
  setInterval(() => undefined, 1_000);
  console.log("waiting");
`;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  test(`${signal} reaches the child, and its exit code comes back`, async (t) => {
    const folder = scratch(t);
    const bin = published(folder, "");
    writeFiles(folder, { "src/main.ts": WAITING });
    const child = spawn(process.execPath, [bin], {
      cwd: folder,
      stdio: ["ignore", "pipe", "inherit"],
      timeout: TIME_LIMIT_MS,
    });
    let printed = "";
    child.stdout.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed === "waiting\n") child.kill(signal);
    });
    const [code] = (await once(child, "close")) as [number | null];
    assert.deepEqual([code, printed], [3, `waiting\ngot ${signal}\n`]);
  });
}

test("a child that was killed kills the parent the same way", async (t) => {
  const folder = scratch(t);
  const bin = published(folder, "");
  writeFiles(folder, { "src/main.ts": "process.kill(process.pid, 'SIGKILL');" });
  const child = spawn(process.execPath, [bin], { cwd: folder, stdio: "ignore", timeout: TIME_LIMIT_MS });
  const [code, signal] = (await once(child, "close")) as [number | null, string | null];
  assert.deepEqual([code, signal], [null, "SIGKILL"]);
});
