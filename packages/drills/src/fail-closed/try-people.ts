import type { FailClosedRule } from "@holdpoint/core";
import { pause } from "../io/pause.ts";
import type { Bench } from "./bench.ts";
import { ruleOf } from "./rule-of.ts";
import { BROKEN_POLICY, POLICY } from "./scene.ts";

/** Longer than an approval may take. */
const TTL_MS = 3300;
const FREEZE = { freeze: { active: true } };
const THAW = { freeze: { active: null } };

/** What needs a person: approvals, the freeze, the policy. */
export async function tryPeople(bench: Bench): Promise<FailClosedRule[]> {
  return [
    await approvalByRequester(bench),
    await grantUsedTwice(bench),
    await approvalExpired(bench),
    await approvalDenied(bench),
    await frozenAtDecision(bench),
    await frozenBeforeExecution(bench),
    await denialStays(bench),
    await policyReload(bench),
  ];
}

const APPROVALS_TRIED_MAX = 4;

async function approvalByRequester(bench: Bench): Promise<FailClosedRule> {
  const asked = await bench.ask("both");
  const first = await bench.person("both", asked.id, "approve");
  const second = await bench.person("both", asked.id, "approve");
  const control = await approved(bench);
  return ruleOf(
    bench,
    {
      id: "approval-by-requester",
      component: "approvals",
      attempted: "somebody approves what they asked for",
      expected: "HP-GATEWAY-APPROVER-IS-REQUESTER",
    },
    { first: { ...first, id: null }, second, control },
  );
}

async function grantUsedTwice(bench: Bench): Promise<FailClosedRule> {
  const control = await approved(bench);
  const first = await bench.person("approver", control.id, "approve");
  const second = await bench.person("approver", control.id, "approve");
  return ruleOf(
    bench,
    {
      id: "grant-used-twice",
      component: "approvals",
      attempted: "an approval is given once more after it was used",
      expected: "HP-GATEWAY-STATE-CONFLICT",
    },
    { first: { ...first, id: control.id }, second, control },
  );
}

async function approvalExpired(bench: Bench): Promise<FailClosedRule> {
  const asked = await bench.ask();
  await pause(TTL_MS, bench.room.context.signal);
  await bench.person("approver", asked.id, "approve");
  const first = await bench.ended(asked.id);
  const control = await approved(bench);
  return ruleOf(
    bench,
    {
      id: "approval-expired",
      component: "approvals",
      attempted: "an action is approved after the time for it was over",
      expected: "HP-ACTION-EXPIRED",
    },
    { first, second: null, control },
  );
}

async function approvalDenied(bench: Bench): Promise<FailClosedRule> {
  const asked = await bench.ask();
  await bench.person("approver", asked.id, "deny");
  const first = await bench.ended(asked.id);
  await bench.person("approver", asked.id, "approve");
  const second = await bench.ended(asked.id);
  const control = await approved(bench);
  return ruleOf(
    bench,
    {
      id: "approval-denied",
      component: "approvals",
      attempted: "what a person denied is approved afterwards",
      expected: "approval_denied",
    },
    { first, second, control, deniesSigned: true },
  );
}

async function frozenAtDecision(bench: Bench): Promise<FailClosedRule> {
  const control = await bench.submit("count");
  await bench.patch(FREEZE);
  const first = await bench.submit("count");
  const second = await bench.submit("count");
  await bench.patch(THAW);
  return ruleOf(
    bench,
    {
      id: "frozen-at-decision",
      component: "guardian",
      attempted: "an action is submitted while everything is frozen",
      expected: "frozen",
    },
    { first, second, control, deniesSigned: true },
  );
}

async function frozenBeforeExecution(bench: Bench): Promise<FailClosedRule> {
  const control = await approved(bench);
  const asked = await bench.ask();
  const before = bench.effects();
  await bench.patch(FREEZE);
  await bench.person("approver", asked.id, "approve");
  const ended = await bench.ended(asked.id);
  await bench.patch(THAW);
  const second = await bench.ended(asked.id);
  const first = { ...ended, effects: bench.effects() - before };
  return ruleOf(
    bench,
    {
      id: "frozen-before-execution",
      component: "executor",
      attempted: "an action is approved and about to run when everything is frozen",
      expected: "frozen",
    },
    { first, second, control, deniesSigned: true },
  );
}

/** The same key after the reason for the denial is gone. */
async function denialStays(bench: Bench): Promise<FailClosedRule> {
  const key = { headers: { "idempotency-key": "denied-once" } };
  await bench.patch(FREEZE);
  const first = await bench.submit("count", { text: "x" }, key);
  await bench.patch(THAW);
  const second = await bench.submit("count", { text: "x" }, key);
  const control = await bench.submit("count", { text: "x" }, { headers: { "idempotency-key": "never-denied" } });
  return ruleOf(
    bench,
    {
      id: "denial-stays",
      component: "guardian",
      attempted: "what was denied is sent again under its key when nothing is frozen any more",
      expected: "frozen",
    },
    { first, second, control, deniesSigned: true },
  );
}

/** A policy with an error would allow what no rule allows; the old one stays, and with it the denial. */
async function policyReload(bench: Bench): Promise<FailClosedRule> {
  const { folder } = bench.room;
  folder.write("policy.yaml", BROKEN_POLICY);
  const before = bench.effects();
  const reload = await bench.post("operator", "/v1/policy/reload", {});
  const denied = await bench.submit("unruled");
  const again = await bench.post("operator", "/v1/policy/reload", {});
  folder.write("policy.yaml", POLICY);
  const control = await bench.submit("count");
  const word = denied.word === "no_rule" ? (reload?.code ?? "accepted") : denied.word;
  return ruleOf(
    bench,
    {
      id: "policy-reload-error",
      component: "guardian",
      attempted: "a policy with an error is put in force",
      expected: "HP-GATEWAY-POLICY",
    },
    {
      first: { ...denied, word, effects: bench.effects() - before - control.effects },
      second: { ...denied, word: again?.code ?? "accepted", effects: 0 },
      control,
      deniesSigned: true,
    },
  );
}

async function approved(bench: Bench): Promise<Awaited<ReturnType<Bench["ask"]>>> {
  const once = async (): Promise<Awaited<ReturnType<Bench["ask"]>>> => {
    const before = bench.effects();
    const asked = await bench.ask();
    await bench.person("approver", asked.id, "approve");
    const ended = await bench.ended(asked.id);
    return { ...ended, effects: bench.effects() - before };
  };
  let control = await once();
  // The room's approvals end soon, so on a slow machine one may come too late; none of them may ever come twice.
  for (let again = 1; again < APPROVALS_TRIED_MAX && control.effects === 0; again += 1) control = await once();
  return control;
}
