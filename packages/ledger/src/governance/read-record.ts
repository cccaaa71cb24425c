import type { Waiver } from "@holdpoint/core";
import type { Shape } from "../json/shape.ts";
import { readBaseline } from "./read-baseline.ts";
import { GOVERNANCE_ID_PATTERN, readDecision, words } from "./read-decision.ts";
import { readException, readExceptionEvent } from "./read-exception.ts";
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
  exception: (shape) => readException(shape),
  "exception-event": (shape) => readExceptionEvent(shape),
  pin: (shape) => ({
    schema: shape.oneOf("schema", ["holdpoint/pin/v1"]),
    id: shape.matching("id", GOVERNANCE_ID_PATTERN),
    owner: words(shape, "owner"),
    reason: words(shape, "reason"),
    createdAt: shape.time("createdAt"),
    baseline: readBaseline(shape.object("baseline")),
  }),
};

function readWaiver(shape: Shape): Waiver {
  return {
    schema: shape.oneOf("schema", ["holdpoint/waiver/v1"]),
    gate: words(shape, "gate"),
    check: words(shape, "check"),
    code: words(shape, "code"),
    reason: words(shape, "reason"),
    ...readDecision(shape),
    introducedIn: shape.textOrNull("introducedIn"),
  };
}
