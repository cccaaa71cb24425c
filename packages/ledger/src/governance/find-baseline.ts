import type { Baseline, BaselineChoice, JsonObject } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import { Shape, ShapeError } from "../json/shape.ts";
import type { Ledger } from "../ledger.ts";
import { VERDICT_RECORD_KIND } from "../record/record.ts";
import { newestFirst } from "../store/newest-first.ts";
import type { Governance } from "./governance.ts";
import { readPromotion } from "./read-baseline.ts";

/** Only a verdict of this profile becomes what later releases are compared with. */
export const PROMOTING_PROFILE = "release";

export interface BaselineQuery {
  readonly service: string;
  readonly environment: string;
}

type Promotion = Omit<Baseline, "choice">;

/**
 * What a candidate is compared with, or null when there is nothing yet.
 *
 * - `last-promoted`: the newest release promotion of the service in the environment that this ledger or `governance/`
 *   knows; the later `promotedAt` wins, so a clone that is behind does not go back in time.
 * - `pinned:<id>`: the pin of that name.
 * - `window:<n>`: the newest of the last n promotions. A check that wants all n reads them from the ledger itself.
 *
 * Throws `HP-GOVERNANCE-INVALID` when a promotion or the pin is there but cannot be trusted: to go on without would
 * be to forget it.
 */
export function findBaseline(
  choice: BaselineChoice,
  query: BaselineQuery,
  ledger: Pick<Ledger, "find">,
  governance: Governance,
): Baseline | null {
  if (choice.startsWith("pinned:")) return pinned(choice, query, governance);
  refuseProblems(governance, "promotions/");
  const promotions = [lastRecorded(ledger, query), lastCommitted(governance, query)].filter((one) => one !== null);
  const newest = promotions.sort((a, b) => Date.parse(b.promotedAt) - Date.parse(a.promotedAt))[0];
  return newest === undefined ? null : { ...newest, choice };
}

function pinned(choice: BaselineChoice, query: BaselineQuery, governance: Governance): Baseline | null {
  refuseProblems(governance, "pins/");
  const id = choice.slice("pinned:".length);
  const pin = governance.pins.find((one) => one.record.id === id);
  if (pin === undefined) return null;
  const { baseline } = pin.record;
  if (isOf(baseline, query)) return { ...baseline, choice };
  const text = `the pin "${id}" is of ${baseline.candidate.service} in ${baseline.candidate.environment}`;
  throw new HoldpointError("HP-GOVERNANCE-INVALID", text, { file: `governance/${pin.file}` });
}

function refuseProblems({ problems }: Governance, folder: string): void {
  const problem = problems.find((one) => one.file.startsWith(folder) || one.file.startsWith("keys/"));
  if (problem === undefined) return;
  throw new HoldpointError("HP-GOVERNANCE-INVALID", problem.text, { file: `governance/${problem.file}` });
}

function lastCommitted({ promotions }: Governance, query: BaselineQuery): Promotion | null {
  const own = promotions.map(({ record }) => record.baseline).filter((baseline) => isOf(baseline, query));
  return own.sort((a, b) => Date.parse(b.promotedAt) - Date.parse(a.promotedAt))[0] ?? null;
}

/** The newest release promotion that the ledger itself has recorded. */
export function lastRecorded(ledger: Pick<Ledger, "find">, query: BaselineQuery): Promotion | null {
  for (const { body, seq } of newestFirst(ledger, VERDICT_RECORD_KIND)) {
    const promotion = promotionOf(body, seq);
    if (promotion !== null && isOf(promotion, query)) return promotion;
  }
  return null;
}

function promotionOf(body: JsonObject, seq: number): Promotion | null {
  if (body["promotion"] === null || body["promotion"] === undefined || body["profile"] !== PROMOTING_PROFILE)
    return null;
  try {
    return readPromotion(new Shape(body["promotion"], `record ${seq}`));
  } catch (thrown) {
    if (!(thrown instanceof ShapeError)) throw thrown;
    throw new HoldpointError("HP-LEDGER-CORRUPT", thrown.message, {}, thrown);
  }
}

function isOf({ candidate }: Promotion, { service, environment }: BaselineQuery): boolean {
  return candidate.service === service && candidate.environment === environment;
}
