import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import { processFigures } from "./process-figures.ts";
import { readTokenFile, tokenFileIn, writeTokenFile } from "./token-file.ts";

test("what was written is read, and nothing else is left in the folder", (t) => {
  const folder = scratch(t);
  assert.equal(readTokenFile(folder, 100), null);
  writeTokenFile(folder, "one");
  writeTokenFile(folder, "two");
  assert.equal(Buffer.from(readTokenFile(folder, 100) ?? []).toString(), "two");
  assert.deepEqual(readdirSync(folder), ["tokens.json"]);
  assert.equal(statSync(tokenFileIn(folder)).mode & 0o777, 0o600);
});

test("a file over the bound, a pipe and a folder that is a file are refused", (t) => {
  const folder = scratch(t, { "tokens.json": "x".repeat(101) });
  assert.throws(() => readTokenFile(folder, 100), { code: "HP-READ-TOO-LARGE" });
  const piped = scratch(t);
  execFileSync("mkfifo", [tokenFileIn(piped)]);
  assert.throws(() => readTokenFile(piped, 100), { code: "HP-READ-FAILED", message: /regular file/ });
  const file = join(folder, "file");
  writeFileSync(file, "");
  assert.throws(() => readTokenFile(file, 100), { code: "HP-READ-FAILED" });
  assert.throws(() => writeTokenFile(file, "x"), { code: "HP-GATEWAY-DATA" });
});

test("a process says of itself what is plausible", () => {
  const before = processFigures();
  const after = processFigures();
  assert.ok(before.residentBytes > 1_000_000 && before.heapUsedBytes > 100_000);
  assert.ok(after.cpuSeconds >= before.cpuSeconds && before.cpuSeconds > 0);
  assert.ok((before.openDescriptors ?? 3) >= 3 && before.activeResources >= 0);
  assert.equal(after.startedAtSeconds, before.startedAtSeconds);
});
