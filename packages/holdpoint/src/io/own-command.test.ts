import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { ownCommand } from "./own-command.ts";

test("the command that is started again is this one", () => {
  const [program, file = "", ...args] = ownCommand("gateway", "start");
  assert.equal(program, process.execPath);
  assert.ok(readFileSync(file, "utf8").startsWith("#!/usr/bin/env node"));
  assert.deepEqual(args, ["gateway", "start"]);
});
