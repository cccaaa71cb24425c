import type { DeadLetter, ReplayFilter, ReplayPlan, ReplayPlanItem } from "../contract/dead-letter.ts";
import type { Decision, DecisionKind } from "../contract/guardian.ts";
import type { ActionReader } from "../store/reader.ts";
import { deadLetterOf } from "./dead-letter.ts";
import { assertFilter, matches } from "./match-filter.ts";

export const PLAN_TTL_MS = 600_000;
export const PLAN_ITEMS_MAX = 1000;
export const LETTERS_PLANNED_MAX = 100_000;
export const DEFAULT_RATE_PER_SECOND = 10;
const PAGE = 500;

export interface PlanTerms {
  readonly id: string;
  readonly nowMs: number;
  readonly reader: ActionReader;
  /** Today's policy on the same call. */
  readonly preview: (letter: DeadLetter) => Decision;
  readonly breakerState: (adapter: string) => string;
}

export interface PlannedReplay {
  readonly plan: ReplayPlan;
  /** Ids of the originals, oldest first. */
  readonly ids: readonly string[];
}

/**
 * What a replay would do; it changes nothing. Only originals are planned: the letters of failed replays are counted
 * with the letter that they replay, or one intent would be repeated twice.
 *
 * @throws HoldpointError `HP-GATEWAY-REPLAY-FILTER` for an empty filter
 */
export function planReplay(filter: ReplayFilter, terms: PlanTerms): PlannedReplay {
  assertFilter(filter);
  const ids: string[] = [];
  const items: ReplayPlanItem[] = [];
  const decisions: Record<DecisionKind, number> = { ALLOW: 0, DENY: 0, ESCALATE: 0 };
  for (const { letter, policyDigest } of openOriginals(terms.reader)) {
    if (!matches(filter, letter)) continue;
    ids.push(letter.id);
    const now = terms.preview(letter);
    decisions[now.decision] += 1;
    if (items.length < PLAN_ITEMS_MAX) {
      items.push({
        id: letter.id,
        before: { failureClass: letter.failureClass, policyDigest },
        today: {
          decision: now.decision,
          reasonCode: now.reasonCode,
          policyDigest: now.policyDigest,
          breaker: terms.breakerState(letter.adapter),
        },
      });
    }
    if (ids.length >= LETTERS_PLANNED_MAX) break;
  }
  const plan: ReplayPlan = {
    id: terms.id,
    createdAtMs: terms.nowMs,
    expiresAtMs: terms.nowMs + PLAN_TTL_MS,
    filter,
    count: ids.length,
    decisions,
    estimateMs: Math.ceil((ids.length * 1000) / DEFAULT_RATE_PER_SECOND),
    items,
  };
  return { plan, ids: ids.toReversed() };
}

function* openOriginals(
  reader: ActionReader,
): Generator<{ readonly letter: DeadLetter; readonly policyDigest: string }> {
  let cursor: string | undefined;
  do {
    const page = reader.deadActions({ status: "open", limit: PAGE, ...(cursor === undefined ? {} : { cursor }) });
    for (const dead of page.items) {
      if (dead.action.replayOf !== null) continue;
      yield { letter: deadLetterOf(dead), policyDigest: dead.action.decision?.policyDigest ?? "" };
    }
    cursor = page.cursor ?? undefined;
  } while (cursor !== undefined);
}
