import type { CheckInput, JsonObject, LedgerBody } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../bodies.ts";

export function ledgers(input: CheckInput): readonly LedgerBody[] {
  return bodiesOf<LedgerBody>(input, KIND.ledger);
}

/** What the next release's ledger is compared with; empty while no ledger was looked at. */
export function ledgerFacts(input: CheckInput): JsonObject {
  const log = ledgers(input)[0];
  return log === undefined ? {} : { origin: log.origin, size: log.size, root: log.root };
}

/** Origin of the log that recorded the last promotion; null when it left none. */
export function originAtPromotion(input: CheckInput): string | null {
  const facts = input.baseline?.facts["ledger"];
  const origin = typeof facts === "object" && facts !== null ? (facts as JsonObject)["origin"] : undefined;
  return typeof origin === "string" && origin !== "" ? origin : null;
}
