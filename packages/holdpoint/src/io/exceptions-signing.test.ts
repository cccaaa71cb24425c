import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { governanceKey, makeSigner, readGovernance, signGovernance, writeGovernance } from "@holdpoint/ledger";
import { gitRepository, scratch } from "@holdpoint/testkit";
import { resolutionOf } from "../coverage/exceptions/events.ts";
import { openState } from "../coverage/exceptions/testing-register.ts";
import { keepEvent, personOf } from "./exceptions-signing.ts";

test("a person signs an event under their own name, in a file of its own, that verifies", (t) => {
  const root = gitRepository(t, { "a.txt": "" });
  const keys = scratch(t);
  const { signer, pem } = makeSigner();
  writeFileSync(join(keys, "ben.pem"), pem);
  const folder = join(root, "governance");
  assert.throws(() => personOf(keys, "ben.pem", readGovernance(folder)), /of nobody under governance\/keys/);
  const record = governanceKey(signer, { id: "ben", owner: "Ben", use: "person", createdAt: "2026-01-01T00:00:00Z" });
  writeGovernance(folder, "key", "ben", signGovernance("key", record, [signer]));
  const person = personOf(keys, "ben.pem", readGovernance(folder));
  assert.equal(person.name, "Ben");
  const signing = { by: person.name, nowMs: Date.UTC(2026, 6, 1) };
  const event = resolutionOf(openState(), { why: "withdrawn", final: null }, signing);
  const file = keepEvent(root, event, person);
  assert.equal(file, "governance/exception-events/cov-20260102-0a1b2c3d.resolved.20260701000000000.dsse.json");
  assert.ok(readFileSync(join(root, file), "utf8").includes("payloadType"));
  const { exceptionEvents, problems } = readGovernance(folder);
  assert.deepEqual([exceptionEvents.map((one) => one.record), problems], [[event], []]);
});

test("a key that is not there or is none is refused", (t) => {
  const keys = scratch(t, { "none.pem": "no key" });
  const nobody = { keys: [], revocations: [] };
  assert.throws(() => personOf(keys, "gone.pem", nobody), { code: "HP-KEY-MISSING" });
  assert.throws(() => personOf(keys, "none.pem", nobody), { code: "HP-KEY-UNREADABLE" });
});
