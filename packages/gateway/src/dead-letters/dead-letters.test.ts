import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Action } from "../contract/action.ts";
import type { DeadLetterQuery, ReplayFilter } from "../contract/dead-letter.ts";
import { actionIn, ALLOW, NOW_MS } from "../machine/testing-action.ts";
import type { ActionReader, DeadAction } from "../store/reader.ts";
import { deadLetterOf, statusOf } from "./dead-letter.ts";
import { assertFilter, matches } from "./match-filter.ts";
import type { PlanTerms } from "./plan-replay.ts";
import { PLAN_ITEMS_MAX, PLAN_TTL_MS, planReplay } from "./plan-replay.ts";

const error = { code: "HP-ACTION-TIMEOUT", failureClass: "timeout", message: "late", retryable: true } as const;

function dead(id: string, over: Partial<Action> = {}, replays: DeadAction["replays"] = []): DeadAction {
  return { action: actionIn("DEAD", { id, error, ...over }), replays };
}

describe("how a letter stands is read off its replays", () => {
  const replay = (state: string): DeadAction["replays"][0] => ({ id: `act_${state}`, state, generation: 1 });
  const cases: readonly (readonly [states: string[], status: string])[] = [
    [[], "open"],
    [["DEAD"], "open"],
    [["DENIED", "CANCELLED", "EXPIRED"], "open"],
    [["DEAD", "RUNNING"], "replaying"],
    [["READY"], "replaying"],
    [["AWAITING_APPROVAL"], "replaying"],
    [["UNKNOWN"], "replaying"],
    [["DEAD", "SUCCEEDED"], "replayed"],
    [["SUCCEEDED", "RUNNING"], "replayed"],
  ];
  for (const [states, status] of cases) {
    test(`${states.join(", ") || "none"}: ${status}`, () => assert.equal(statusOf(states.map(replay)), status));
  }

  test("a letter says what the action says", () => {
    const letter = deadLetterOf(dead("act_7", { sessionId: "s9" }, [replay("DEAD")]));
    assert.deepEqual(
      [letter.id, letter.failureClass, letter.code, letter.message, letter.sessionId, letter.replays],
      ["act_7", "timeout", "HP-ACTION-TIMEOUT", "late", "s9", ["act_DEAD"]],
    );
  });
});

describe("filters", () => {
  const letter = deadLetterOf(dead("act_7", { sessionId: "s" }, [{ id: "act_8", state: "DEAD", generation: 1 }]));
  const diedAtMs = NOW_MS;
  const fitting: readonly ReplayFilter[] = [
    { ids: ["act_7"] },
    { ids: ["act_8"] },
    { failureClass: "timeout" },
    { adapter: "effect" },
    { operation: "run" },
    { session: "s" },
    { sinceMs: diedAtMs },
    { untilMs: diedAtMs },
    { adapter: "effect", failureClass: "timeout", session: "s" },
  ];
  const others: readonly ReplayFilter[] = [
    { ids: ["act_9"] },
    { failureClass: "circuit_open" },
    { adapter: "other" },
    { operation: "other" },
    { session: "other" },
    { sinceMs: diedAtMs + 1 },
    { untilMs: diedAtMs - 1 },
    { adapter: "effect", failureClass: "circuit_open" },
  ];

  test("each condition must hold", () => {
    for (const filter of fitting) assert.equal(matches(filter, letter), true, JSON.stringify(filter));
    for (const filter of others) assert.equal(matches(filter, letter), false, JSON.stringify(filter));
  });

  test("an empty one is refused, in whatever way it is empty", () => {
    for (const filter of [{}, { ids: [] }, { ids: [], adapter: "a" }]) {
      assert.throws(() => assertFilter(filter), { code: "HP-GATEWAY-REPLAY-FILTER" });
    }
    for (const filter of fitting) assertFilter(filter);
  });
});

/** A reader that has only dead letters, a page at a time. */
function termsWith(letters: readonly DeadAction[], over: Partial<PlanTerms> = {}): PlanTerms & { pages: number } {
  const terms = {
    id: "plan_1",
    nowMs: NOW_MS,
    pages: 0,
    preview: () => ALLOW,
    breakerState: () => "closed",
    reader: {
      deadActions: ({ status, cursor, limit }: DeadLetterQuery) => {
        assert.equal(status, "open");
        terms.pages += 1;
        const from = cursor === undefined ? 0 : letters.findIndex(({ action }) => action.id === cursor) + 1;
        const items = letters.slice(from, from + limit);
        return { items, cursor: from + limit < letters.length ? (items.at(-1)?.action.id ?? null) : null };
      },
    } as unknown as ActionReader,
    ...over,
  };
  return terms;
}

describe("plans", () => {
  test("only originals are planned, oldest first, with the word of today's policy", () => {
    const letters = [dead("act_3"), dead("act_2", { replayOf: "act_1", generation: 1 }), dead("act_1")];
    const preview: PlanTerms["preview"] = ({ id }) => (id === "act_3" ? { ...ALLOW, decision: "DENY" } : ALLOW);
    const { plan, ids } = planReplay(
      { adapter: "effect" },
      termsWith(letters, { preview, breakerState: () => "open" }),
    );
    assert.deepEqual(ids, ["act_1", "act_3"]);
    assert.deepEqual([plan.count, plan.decisions], [2, { ALLOW: 1, DENY: 1, ESCALATE: 0 }]);
    assert.equal(plan.expiresAtMs, NOW_MS + PLAN_TTL_MS);
    assert.deepEqual(
      plan.items.map(({ id, today }) => [id, today.decision, today.breaker]),
      [
        ["act_3", "DENY", "open"],
        ["act_1", "ALLOW", "open"],
      ],
    );
  });

  test("many are counted whole and shown in part, and nothing is skipped between pages", () => {
    const letters = Array.from({ length: 1203 }, (_, index) => dead(`act_${String(9999 - index)}`));
    const terms = termsWith(letters);
    const { plan, ids } = planReplay({ failureClass: "timeout" }, terms);
    assert.deepEqual([plan.count, plan.items.length, new Set(ids).size], [1203, PLAN_ITEMS_MAX, 1203]);
    assert.equal(plan.estimateMs, 120_300);
    assert.ok(terms.pages > 1);
  });

  test("an empty filter is refused before anything is read", () => {
    const terms = termsWith([dead("act_1")]);
    assert.throws(() => planReplay({}, terms), { code: "HP-GATEWAY-REPLAY-FILTER" });
    assert.equal(terms.pages, 0);
  });
});
