import type { Baseline } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import type { Ledger } from "../ledger.ts";
import type { BaselineQuery } from "./find-baseline.ts";
import { lastRecorded } from "./find-baseline.ts";
import { governanceKey, signGovernance } from "./sign-record.ts";
import type { GovernanceKind } from "./records.ts";

/** A file to commit; `id` names it within the folder of its kind. */
export interface GovernanceText {
  readonly kind: GovernanceKind;
  readonly id: string;
  readonly text: string;
}

/**
 * The files by which fresh clones come to know the last promotion of a service: the ledger's public key, and the
 * promotion with the ledger's newest checkpoint. Throws `HP-RUN-UNKNOWN` when the ledger holds no promotion.
 */
export function promotionTexts(ledger: Ledger, query: BaselineQuery, nowMs: number): GovernanceText[] {
  const { service, environment } = query;
  const promotion = lastRecorded(ledger, query);
  const { checkpoint } = ledger.head();
  if (promotion === null || checkpoint === null) {
    throw new HoldpointError("HP-RUN-UNKNOWN", `the ledger holds no promotion of ${service} in ${environment}`);
  }
  const { signer } = ledger;
  const createdAt = new Date(nowMs).toISOString();
  const keyId = `ledger-${signer.publicKey.raw.toString("hex").slice(0, KEY_ID_DIGITS)}`;
  const key = governanceKey(signer, { id: keyId, owner: ledger.origin, use: "ledger", createdAt });
  const baseline: Baseline = { choice: "last-promoted", ...promotion };
  const record = { schema: "holdpoint/promotion/v1", baseline, checkpoint } as const;
  return [
    { kind: "key", id: keyId, text: signGovernance("key", key, [signer]) },
    { kind: "promotion", id: promotionId(query), text: signGovernance("promotion", record, [signer]) },
  ];
}

const KEY_ID_DIGITS = 16;
const DEFAULT_ENVIRONMENT = "release";

/** One file for each service; environments other than `release` are part of its name. */
export function promotionId({ service, environment }: BaselineQuery): string {
  return environment === DEFAULT_ENVIRONMENT ? service : `${service}.${environment}`;
}
