import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import { childEnvironment, isRunning, programOf, signalGroup } from "./child-program.ts";

test("a program under drill sees nothing of a test runner, and what it is given wins", () => {
  process.env["NODE_OPTIONS"] ??= "";
  process.env["HOLDPOINT_TEST_GIVEN"] = "inherited";
  const environment = childEnvironment({ HOLDPOINT_TEST_GIVEN: "given" });
  assert.equal(environment["NODE_OPTIONS"], undefined);
  assert.equal(environment["NODE_TEST_CONTEXT"], undefined);
  assert.ok(Object.hasOwn(environment, "NODE_V8_COVERAGE") && environment["NODE_V8_COVERAGE"] === undefined);
  assert.equal(environment["HOLDPOINT_TEST_GIVEN"], "given");
  assert.equal(childEnvironment()["HOLDPOINT_TEST_GIVEN"], "inherited");
  delete process.env["HOLDPOINT_TEST_GIVEN"];
});

test("`node` is the one that runs this, anything else is itself", () => {
  assert.equal(programOf("node"), process.execPath);
  assert.equal(programOf("python3"), "python3");
});

test("a signal reaches the whole group, and a group that is gone is no trouble", async () => {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { detached: true, stdio: "ignore" });
  await once(child, "spawn");
  assert.equal(isRunning(child), true);
  const closed = once(child, "close");
  signalGroup(child, "SIGKILL");
  await closed;
  assert.equal(isRunning(child), false);
  signalGroup(child, "SIGKILL");
  const none = spawn(programOf(["no", "such", "program"].join("-")), { stdio: "ignore" });
  await once(none, "error");
  assert.equal(isRunning(none), false);
  signalGroup(none, "SIGKILL");
});
