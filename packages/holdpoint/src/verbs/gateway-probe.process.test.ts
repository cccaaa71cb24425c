import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import { fakeHost, ran } from "../testing.ts";

interface Probed {
  readonly schema: string;
  readonly announced: number;
  readonly rules: readonly { readonly id: string; readonly expected: string; readonly got: string }[];
}

test("every fail-closed rule of the shipped gateway refuses, and none is left out", async (t) => {
  const host = fakeHost(scratch(t), { nowMs: Date.now, randomBytes });
  const { exit, stdout } = await ran(host, "gateway", "probe", "--json");
  const { schema, announced, rules } = JSON.parse(stdout) as Probed;
  assert.equal(exit, 0);
  assert.equal(schema, "holdpoint/gateway-probe/v1");
  assert.ok(announced >= 16 && rules.length === announced, `${rules.length} of ${announced}`);
  assert.deepEqual(
    rules.filter(({ expected, got }) => got !== expected),
    [],
  );
});

test("for a person it is one line", async (t) => {
  const host = fakeHost(scratch(t), { nowMs: Date.now, randomBytes });
  const { exit, stdout } = await ran(host, "gateway", "probe");
  assert.equal(exit, 0);
  assert.match(stdout.trim(), /^(\d+) of \1 fail-closed rules refused as they must\.$/);
});
