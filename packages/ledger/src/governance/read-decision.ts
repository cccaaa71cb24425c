import type { Waiver } from "@holdpoint/core";
import type { Shape } from "../json/shape.ts";
import { ShapeError } from "../json/shape.ts";

export const GOVERNANCE_ID_PATTERN: RegExp = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/** What two people sign: who, and until when; throws `ShapeError`. */
export function readDecision(shape: Shape): Pick<Waiver, "owner" | "approver" | "createdAt" | "expiresAt"> {
  const decision = {
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

/** A text that is not empty and has no space around it. */
export function words(shape: Shape, name: string): string {
  return shape.matching(name, /^\S(?:.*\S)?$/s);
}
