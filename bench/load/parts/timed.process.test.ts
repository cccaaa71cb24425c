import assert from "node:assert/strict";
import { test } from "node:test";
import { runTimed } from "./timed.ts";

const BUSY = "const until = process.cpuUsage().user + 200000; while (process.cpuUsage().user < until); console.log(7)";

test(
  "what a program printed, and the processor time that it took",
  { skip: process.platform !== "linux" },
  async () => {
    const { stdout, cpuSeconds } = await runTimed(process.execPath, ["-e", BUSY], 20_000);
    assert.equal(stdout, "7\n");
    assert.ok(cpuSeconds >= 0.2 && cpuSeconds < 5, `${cpuSeconds} s`);
  },
);

test("a program that fails, that is absent, that takes too long", { skip: process.platform !== "linux" }, async () => {
  await assert.rejects(
    runTimed(process.execPath, ["-e", "console.error('planted'); process.exit(3)"], 20_000),
    /3: planted/,
  );
  await assert.rejects(runTimed("holdpoint-absent-program", [], 20_000), /ended with 127/);
  await assert.rejects(runTimed(process.execPath, ["-e", "setInterval(() => {}, 1000)"], 300), /SIGKILL/);
});
