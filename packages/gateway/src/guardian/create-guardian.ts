import type { Decided, Decision, DecisionRequest, Guardian, Reservation } from "../contract/guardian.ts";
import type { Risk } from "../contract/risk.ts";
import { BudgetBook } from "./budget-book.ts";
import type { Charge } from "./charges.ts";
import type { Judgement } from "./judge.ts";
import { decisionOf, errorDecision, judge } from "./judge.ts";
import type { LoadedPolicy } from "./read-policy.ts";
import { readPolicy } from "./read-policy.ts";

const NONE: readonly Reservation[] = [];

/** How bad something is that is refused without being looked at again; the engine knows better. */
const RISK_NOT_LOOKED_AT: Risk = "critical";

/**
 * The guardian: arguments, rules, risk and budgets, in this order, with deny as the default. It has no clock; requests
 * bring the instant. What throws while it decides is a denial, with nothing taken out of any budget.
 *
 * @param given.file how errors name the policy's file
 * @param given.countersMax how many budgets of an actor or a session are counted at once
 * @throws HoldpointError `HP-GATEWAY-POLICY` with file, line and column
 * @example
 * const guardian = createGuardian({ policyText: TRIAL_POLICY, file: "the trial policy" });
 * guardian.decide(request).decision; // { decision: "ALLOW", reasonCode: "rule_allowed", … }
 */
export function createGuardian(given: {
  readonly policyText: string;
  readonly file: string;
  readonly countersMax?: number;
}): Guardian {
  let policy: LoadedPolicy = readPolicy(given.policyText, given.file);
  let frozen = false;
  const book = new BudgetBook(given.countersMax);

  /** Says no as well where a budget has not enough left. */
  const judged = (request: DecisionRequest): Judgement => {
    try {
      const judgement = judge(policy, frozen, request);
      if (judgement.charges.length === 0) return judgement;
      const objection = book.objection(judgement.charges, request.nowMs);
      if (objection === null) return judgement;
      const { risk } = judgement.decision;
      return { decision: decisionOf("DENY", objection.code, risk, policy.digest, objection.reason), charges: [] };
    } catch (thrown) {
      return { decision: errorDecision(thrown, policy.digest), charges: [] };
    }
  };

  const held = (charges: readonly Charge[], request: DecisionRequest): readonly Reservation[] =>
    charges.length === 0 || request.dryRun ? NONE : book.hold(charges, request.nowMs);

  return {
    get policyDigest() {
      return policy.digest;
    },
    get approvals() {
      return policy.policy.approvals;
    },
    get frozen() {
      return frozen;
    },
    decide: (request): Decided => {
      const { decision, charges } = judged(request);
      return { decision, reservations: held(charges, request) };
    },
    preview: (request) => judged(request).decision,
    objection: ({ policyDigest, grantExpiresAtMs, nowMs }): Decision | null => {
      const deny = (code: "frozen" | "policy_changed" | "grant_expired"): Decision =>
        decisionOf("DENY", code, RISK_NOT_LOOKED_AT, policy.digest, null);
      if (frozen) return deny("frozen");
      if (policyDigest !== policy.digest) return deny("policy_changed");
      // Written so that an instant that is no number has passed.
      if (grantExpiresAtMs !== null && !(nowMs < grantExpiresAtMs)) return deny("grant_expired");
      return null;
    },
    settle: (reservations, how) => book.settle(reservations, how),
    budgetRows: (reservations) => (reservations.length === 0 ? [] : book.rows(reservations)),
    restore: (rows) => {
      const windows = new Map(policy.policy.budgets.map(({ id, windowMs }) => [id, windowMs]));
      book.restore(rows, (budget) => windows.get(budget) ?? null);
    },
    setFrozen: (to) => {
      frozen = to;
    },
    read: (policyText, file) => ({ digest: readPolicy(policyText, file).digest }),
    load: (policyText, file) => {
      policy = readPolicy(policyText, file);
      return { digest: policy.digest };
    },
  };
}
