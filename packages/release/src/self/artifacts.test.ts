import assert from "node:assert/strict";
import { test } from "node:test";
import { sha256Hex } from "@holdpoint/core";
import { artifactsBody } from "./artifacts.ts";

const document = {
  run: "r",
  judgedAt: "2026-01-01T00:00:00.000Z",
  candidate: { commit: "c" },
  gate: { verdict: "PASS" },
};
const file = { gate: "g", file: "reports/audit/g.json", signed: true };
const one = (text: string | null, problems: string[] = []): unknown =>
  artifactsBody([{ ...file, text }], () => problems).artifacts[0];

test("an artifact is described by what its bytes say", () => {
  assert.deepEqual(one(JSON.stringify(document)), {
    gate: "g",
    file: "reports/audit/g.json",
    present: true,
    signed: true,
    problems: [],
    run: "r",
    commit: "c",
    judgedAt: "2026-01-01T00:00:00.000Z",
    verdict: "PASS",
    sha256: sha256Hex(JSON.stringify(document)),
  });
});

test("absent, unreadable and wrong artifacts say so", () => {
  assert.deepEqual(one(null), {
    gate: "g",
    file: "reports/audit/g.json",
    present: false,
    sha256: null,
    signed: true,
    problems: null,
    run: null,
    commit: null,
    judgedAt: null,
    verdict: null,
  });
  for (const text of ["", "{", "[]", "null", '"x"']) {
    assert.equal((one(text) as { problems: unknown }).problems, null, text);
  }
  assert.deepEqual((one("{}", ["/ must have run"]) as { problems: unknown }).problems, ["/ must have run"]);
  assert.equal((one('{"run":5,"candidate":null,"gate":7}') as { run: unknown }).run, null);
});
