import type { Count, ResolutionReason } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import type { ExceptionState, ExceptionStates, Governance, GovernanceExceptionEvent } from "@holdpoint/ledger";
import { exceptionDigest } from "@holdpoint/ledger";
import { instantOf } from "./exception-of.ts";

/** Who signs, and when. */
export interface Signing {
  readonly by: string;
  readonly nowMs: number;
}

/**
 * The open exception of an id.
 *
 * @throws HoldpointError `HP-USAGE-NAME` when there is none that counts, `HP-USAGE` when it is resolved already
 */
export function openException({ states }: ExceptionStates, id: string): ExceptionState {
  const state = states.find(({ exception }) => exception.id === id);
  if (state === undefined) {
    const known = states.filter(({ resolution }) => resolution === null).map(({ exception }) => exception.id);
    const others = known.length === 0 ? "" : ` (there are ${known.join(", ")})`;
    throw new HoldpointError("HP-USAGE-NAME", `there is no exception "${id}" that both have signed${others}`);
  }
  if (state.resolution !== null)
    throw new HoldpointError("HP-USAGE", `the exception ${id} was resolved at ${state.resolution.at}`);
  return state;
}

/** That owner or approver looked at an exception again. */
export function reviewOf(
  { exception }: ExceptionState,
  { note, next }: { readonly note: string; readonly next: string },
  { by, nowMs }: Signing,
): GovernanceExceptionEvent {
  const text = note.trim();
  if (text === "" || /\p{Cc}/u.test(text))
    throw new HoldpointError("HP-USAGE", "the note of a review is one line of text");
  if (by !== exception.owner && by !== exception.approver) {
    const { owner, approver } = exception;
    throw new HoldpointError("HP-USAGE", `${exception.id} is reviewed by ${owner} or ${approver}, not by ${by}`);
  }
  const nextReviewAt = instantOf(next, "is reviewed", nowMs);
  if (Date.parse(nextReviewAt) > Date.parse(exception.expiresAt)) {
    const ends = `${exception.id} ends at ${exception.expiresAt}`;
    throw new HoldpointError("HP-USAGE", `${ends}; what has to last longer is decided anew`);
  }
  return { ...eventOf(exception, { by, nowMs }), event: "reviewed", note: text, nextReviewAt, why: null, final: null };
}

/** That an exception has ended, and with which numbers. */
export function resolutionOf(
  { exception }: ExceptionState,
  { why, final }: { readonly why: ResolutionReason; readonly final: Count | null },
  signing: Signing,
): GovernanceExceptionEvent {
  return { ...eventOf(exception, signing), event: "resolved", note: null, nextReviewAt: null, why, final };
}

function eventOf(
  exception: ExceptionState["exception"],
  { by, nowMs }: Signing,
): Pick<GovernanceExceptionEvent, "schema" | "exception" | "digest" | "at" | "by"> {
  const at = new Date(nowMs).toISOString();
  const schema = "holdpoint/exception-event/v1";
  return { schema, exception: exception.id, digest: exceptionDigest(exception), at, by };
}

/** Name of the file of an event: what it is about, what it says, and when. */
export function eventId({ exception, event, at }: GovernanceExceptionEvent): string {
  return `${exception}.${event}.${at.replaceAll(/\D/g, "")}`;
}

/**
 * Who a private key belongs to in this repository.
 *
 * @throws HoldpointError `HP-USAGE` when it is nobody's, or revoked
 */
export function signerName(governance: Pick<Governance, "keys" | "revocations">, fingerprint: string): string {
  const known = governance.keys.find(({ record, key }) => record.use === "person" && key.fingerprint === fingerprint);
  if (known === undefined)
    throw new HoldpointError(
      "HP-USAGE",
      "the key is of nobody under governance/keys; `holdpoint waiver enrol` adds it",
    );
  if (governance.revocations.some((one) => one.fingerprint === fingerprint))
    throw new HoldpointError("HP-USAGE", `the key of ${known.record.owner} is revoked`);
  return known.record.owner;
}
