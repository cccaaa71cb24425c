import type { FailClosedRule } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import type { Change } from "../store/change.ts";
import { attempt, submissionOf, wordOf } from "./attempt.ts";
import { SOUND_ANSWER } from "./counter.ts";
import type { ProbeRoom } from "./probe-room.ts";
import { receiptTrace } from "./receipt-trace.ts";

/** Longer than the store's longest pause between two tries. */
const RECOVERY_MS = 3000;
const STEP_MS = 25;
/** So long an action that must not end is watched. */
const WATCH_MS = 300;

type Outline = Pick<FailClosedRule, "id" | "component" | "rows" | "attempted" | "expected">;
type Outcome = Pick<FailClosedRule, "got" | "again" | "effects" | "control" | "receipt">;

/** What happens when the record of what is done cannot be made, or what is answered is not what was agreed. */
export async function storeProbes(room: ProbeRoom): Promise<readonly FailClosedRule[]> {
  return [await noRecord(room), await noIntent(room), await noReceipt(room), await drift(room)];
}

async function noRecord(room: ProbeRoom): Promise<FailClosedRule> {
  const control = await attempt(room);
  room.harm.commit = () => new HoldpointError("HP-LEDGER-FULL", "the probe lets nothing be recorded");
  const first = await attempt(room);
  const second = await attempt(room);
  await recover(room);
  return rule(
    {
      id: "record-refused",
      component: "ledger",
      rows: [3],
      attempted: "nothing can be recorded any more",
      expected: "HP-GATEWAY-STORAGE-FULL",
    },
    {
      got: first.got,
      again: second.got,
      effects: first.effects + second.effects,
      control: control.effects,
      receipt: null,
    },
  );
}

/** Approved, but the record that it is about to run cannot be made. When it can be, the call has its one effect. */
async function noIntent(room: ProbeRoom): Promise<FailClosedRule> {
  const before = room.target.effects;
  const { action } = await room.engine.submit(submissionOf("count-asked"), room.caller("prober", "requester"));
  room.harm.commit = illFrom(startsRunning, "an intent");
  await room.engine.approve(action.id, room.caller("second-person", "approver"), "the probe approves it");
  await room.wait(WATCH_MS);
  const got = room.engine.health.reasons[0] ?? "ready";
  const effects = room.target.effects - before;
  await recover(room);
  await room.engine.settled(action.id, RECOVERY_MS);
  return rule(
    {
      id: "intent-missing",
      component: "ledger",
      rows: [5],
      attempted: "the intent to run an approved action cannot be recorded",
      expected: "HP-GATEWAY-STORAGE",
    },
    {
      got,
      again: null,
      effects,
      control: room.target.effects - before,
      receipt: receiptTrace(room.engine.receipt(action.id), room.writer),
    },
  );
}

/** The effect is allowed; what must not be is that success is told without a receipt, or that it happens twice. */
async function noReceipt(room: ProbeRoom): Promise<FailClosedRule> {
  const control = await attempt(room);
  const before = room.target.effects;
  room.harm.commit = illFrom(({ receipt }) => receipt >= 0, "a receipt");
  const { action } = await room.engine.submit(submissionOf("count"), room.caller("prober", "requester"));
  const watched = await room.engine.settled(action.id, WATCH_MS);
  const trouble = room.engine.health.reasons[0] ?? "ready";
  const got = watched.state === "RUNNING" ? trouble : wordOf(watched);
  await recover(room);
  await room.engine.settled(action.id, RECOVERY_MS);
  return rule(
    {
      id: "receipt-signing-failure",
      component: "ledger",
      rows: [7],
      attempted: "the receipt of an executed action cannot be signed and recorded",
      expected: "HP-GATEWAY-STORAGE",
    },
    {
      got,
      again: null,
      effects: room.target.effects - before,
      control: control.effects,
      receipt: receiptTrace(room.engine.receipt(action.id), room.writer),
    },
  );
}

async function drift(room: ProbeRoom): Promise<FailClosedRule> {
  const control = await attempt(room);
  room.target.answer = { counted: "perhaps" };
  const first = await attempt(room);
  room.target.answer = SOUND_ANSWER;
  return rule(
    {
      id: "output-drift",
      component: "executor",
      rows: [9],
      attempted: "the other side answers in another shape than was agreed",
      expected: "HP-ACTION-CONTRACT-DRIFT",
    },
    {
      got: first.got,
      again: null,
      effects: first.effects,
      control: control.effects,
      receipt: receiptTrace(first.id === null ? null : room.engine.receipt(first.id), room.writer),
    },
  );
}

function rule(outline: Outline, outcome: Outcome): FailClosedRule {
  return { ...outline, by: "probe", skipped: null, ...outcome, denial: null };
}

function startsRunning({ action }: Change): boolean {
  return action?.state === "RUNNING";
}

/** A store that is sound until such a change comes, and from then on takes nothing. */
function illFrom(isMeant: (change: Change) => boolean, what: string): (changes: readonly Change[]) => Error | null {
  let isIll = false;
  return (changes) => {
    isIll ||= changes.some(isMeant);
    return isIll ? new HoldpointError("HP-LEDGER-CORRUPT", `the probe lets nothing be recorded from ${what} on`) : null;
  };
}

/** Lets the store take changes again and waits until the engine has noticed. */
async function recover(room: ProbeRoom): Promise<void> {
  room.harm.commit = null;
  for (let waited = 0; waited < RECOVERY_MS && !room.engine.health.ready; waited += STEP_MS) await room.wait(STEP_MS);
}
