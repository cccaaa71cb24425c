import type { Gate, Waiver } from "@holdpoint/core";
import { didYouMean, durationMs, HoldpointError } from "@holdpoint/core";

export const WAIVER_AGE_MAX_MS: number = 365 * 86_400_000;

export interface WaiverWish {
  /** `gate/check` */
  readonly subject: string;
  readonly code: string;
  readonly reason: string;
  readonly owner: string;
  readonly approver: string;
  /** Duration, or RFC 3339 date or time. */
  readonly expires: string;
}

/**
 * The waiver that somebody wishes for.
 *
 * @throws HoldpointError `HP-USAGE` for anything that no waiver may say
 */
export function waiverOf(wish: WaiverWish, gates: readonly Gate[], nowMs: number): Waiver {
  const [gateId = "", checkId = ""] = wish.subject.split("/");
  const gate = known(gates, ({ id }) => id, gateId, "gate");
  const { definition } = known(gate.checks, ({ definition: { id } }) => id, checkId, `check of "${gateId}"`);
  const codes = ["*", ...Object.keys(definition.reasons)];
  if (!codes.includes(wish.code)) {
    throw usage(
      `${wish.subject} never gives the reason "${wish.code}"${didYouMean(wish.code, codes)} (${codes.join(", ")})`,
    );
  }
  const { reason, owner, approver, code } = wish;
  for (const [what, value] of Object.entries({ reason, owner, approver })) {
    if (value.trim() === "") throw usage(`a waiver needs its ${what}`);
  }
  if (owner.trim() === approver.trim()) throw usage("the approver must be somebody else than the owner");
  return {
    schema: "holdpoint/waiver/v1",
    gate: gateId,
    check: checkId,
    code,
    reason: reason.trim(),
    owner: owner.trim(),
    approver: approver.trim(),
    createdAt: new Date(nowMs).toISOString(),
    expiresAt: expiry(wish.expires, nowMs),
    introducedIn: null,
  };
}

function expiry(text: string, nowMs: number): string {
  const inMs = durationMs(text);
  const atMs = inMs === null ? (/^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN) : nowMs + inMs;
  if (Number.isNaN(atMs))
    throw usage(`"${text}" is no time at which a waiver could end; for example 14d or 2030-01-31`);
  if (atMs <= nowMs) throw usage(`a waiver that ended at ${new Date(atMs).toISOString()} waives nothing`);
  if (atMs - nowMs > WAIVER_AGE_MAX_MS) throw usage("a waiver may not last longer than 365 days");
  return new Date(atMs).toISOString();
}

function known<T>(all: readonly T[], idOf: (one: T) => string, id: string, what: string): T {
  const found = all.find((one) => idOf(one) === id);
  if (found !== undefined) return found;
  throw new HoldpointError("HP-USAGE-NAME", `there is no ${what} called "${id}"${didYouMean(id, all.map(idOf))}`);
}

function usage(text: string): HoldpointError {
  return new HoldpointError("HP-USAGE", text);
}
