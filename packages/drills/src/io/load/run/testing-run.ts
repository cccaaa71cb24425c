import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import type { LoadBody, LoadPlan } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import { plan } from "../../../load/flow/testing-plan.ts";
import type { LoadRun, RunLoadTerms } from "./run-load.ts";
import { runLoad } from "./run-load.ts";

/** A busy machine must not decide what a test shows. */
const PATIENT = { lagP99Ms: 1000, achievedRatio: 0.99 };

/** A whole run; what it says has to add up whatever happened. */
export async function wholeRun(
  t: TestContext,
  over: Partial<LoadPlan>,
  terms: Partial<RunLoadTerms> = {},
): Promise<LoadRun> {
  const load = plan({ validity: PATIENT, timeoutMs: 5000, connections: 4, ...over });
  const run = await runLoad(load, { version: "0", folder: scratch(t), signal: t.signal, nowMs: Date.now, ...terms });
  const { body } = run;
  assert.equal(body.due, body.sent + body.dropped, "what fell due was sent or dropped");
  assert.equal(body.sent, body.completed + body.failed, "what was sent has an end");
  assert.equal(body.response?.count ?? 0, body.completed + body.failed, "what ended has a time");
  assert.equal(body.service?.count ?? 0, body.completed + body.failed);
  return run;
}

export const codes = ({ reasons }: LoadBody): readonly string[] => reasons.map(({ code }) => code);
export const outcomes = ({ slo }: LoadBody): readonly string[] => slo.map(({ outcome }) => outcome);
export const failures = (body: LoadBody): Readonly<Record<string, number>> =>
  Object.fromEntries(body.failures.map(({ kind, count }) => [kind, count]));
