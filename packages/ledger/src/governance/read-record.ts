import type { Waiver } from "@holdpoint/core";
import type { Shape } from "../json/shape.ts";
import { ShapeError } from "../json/shape.ts";
import { readBaseline } from "./read-baseline.ts";
import type { GovernanceKind, GovernanceRecords } from "./records.ts";

/** Reads the payload of each kind; all throw `ShapeError`. */
export const GOVERNANCE_READER: {
  readonly [kind in GovernanceKind]: (shape: Shape) => GovernanceRecords[kind];
} = {
  key: (shape) => ({
    schema: shape.oneOf("schema", ["holdpoint/key/v1"]),
    id: shape.matching("id", GOVERNANCE_ID_PATTERN),
    owner: words(shape, "owner"),
    use: shape.oneOf("use", ["ledger", "person"]),
    fingerprint: shape.text("fingerprint"),
    publicKey: shape.text("publicKey"),
    createdAt: shape.time("createdAt"),
  }),
  revocation: (shape) => ({
    schema: shape.oneOf("schema", ["holdpoint/revocation/v1"]),
    fingerprint: shape.text("fingerprint"),
    revokedAt: shape.time("revokedAt"),
    reason: words(shape, "reason"),
  }),
  promotion: (shape) => ({
    schema: shape.oneOf("schema", ["holdpoint/promotion/v1"]),
    baseline: readBaseline(shape.object("baseline")),
    checkpoint: shape.text("checkpoint"),
  }),
  waiver: (shape) => readWaiver(shape),
  exception: (shape) => ({
    schema: shape.oneOf("schema", ["holdpoint/exception/v1"]),
    subject: words(shape, "subject"),
    ...readDecision(shape),
  }),
  pin: (shape) => ({
    schema: shape.oneOf("schema", ["holdpoint/pin/v1"]),
    id: shape.matching("id", GOVERNANCE_ID_PATTERN),
    owner: words(shape, "owner"),
    reason: words(shape, "reason"),
    createdAt: shape.time("createdAt"),
    baseline: readBaseline(shape.object("baseline")),
  }),
};

export const GOVERNANCE_ID_PATTERN: RegExp = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

function readWaiver(shape: Shape): Waiver {
  return {
    schema: shape.oneOf("schema", ["holdpoint/waiver/v1"]),
    gate: words(shape, "gate"),
    check: words(shape, "check"),
    code: words(shape, "code"),
    ...readDecision(shape),
    introducedIn: shape.textOrNull("introducedIn"),
  };
}

/** What two people sign: why, who, and until when. */
function readDecision(shape: Shape): Pick<Waiver, "reason" | "owner" | "approver" | "createdAt" | "expiresAt"> {
  const decision = {
    reason: words(shape, "reason"),
    owner: words(shape, "owner"),
    approver: words(shape, "approver"),
    createdAt: shape.time("createdAt"),
    expiresAt: shape.time("expiresAt"),
  };
  if (decision.owner === decision.approver) throw new ShapeError("owner and approver are the same");
  if (!(Date.parse(decision.createdAt) < Date.parse(decision.expiresAt)))
    throw new ShapeError("it expires before it begins");
  return decision;
}

function words(shape: Shape, name: string): string {
  return shape.matching(name, /^\S(?:.*\S)?$/s);
}
