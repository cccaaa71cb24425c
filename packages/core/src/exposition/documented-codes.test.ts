import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { EXPOSITION_CODES, severityOf } from "./codes.ts";

const PAGE = readFileSync(new URL("../../../../docs/exposition.md", import.meta.url), "utf8");

test("the documentation tells of every code once, of no other, and which are findings", () => {
  const rows = [...PAGE.matchAll(/^\| `([a-z0-9-]+)` \| (.*?) \|/gm)].map(([, code = "", what = ""]) => ({
    code,
    what,
  }));
  assert.deepEqual(rows.map(({ code }) => code).sort(), [...EXPOSITION_CODES].sort());
  for (const { code, what } of rows) {
    const known = EXPOSITION_CODES.find((one) => one === code);
    assert.ok(known !== undefined);
    const isFinding = severityOf(known, "prometheus") === "finding";
    assert.equal(/\(finding\)|else a finding/.test(what), isFinding, code);
  }
});

test("a counter without _total breaks one format and bends a rule of the other", () => {
  assert.equal(severityOf("counter-without-total", "openmetrics"), "error");
  assert.equal(severityOf("counter-without-total", "prometheus"), "finding");
  assert.equal(severityOf("counter-fell", "prometheus"), "error");
});
