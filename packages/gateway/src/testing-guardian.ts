import type { Decided, Decision, DecisionRequest, Guardian, Reservation } from "./contract/guardian.ts";

/** A guardian that decides by a function, for tests of what comes after it. */
export interface ScriptedGuardian extends Guardian {
  /** What it says from now on. */
  say: (request: DecisionRequest) => Partial<Decision>;
  /** Another digest from now on, as after a reload. */
  policyDigest: string;
  frozen: boolean;
  readonly settled: { readonly how: "commit" | "release"; readonly reservations: readonly Reservation[] }[];
}

const POLICY = `sha256:${"1".repeat(64)}`;

export function scriptedGuardian(say: ScriptedGuardian["say"] = () => ({})): ScriptedGuardian {
  const decide = (request: DecisionRequest): Decision => ({
    decision: "ALLOW",
    reasonCode: "rule_allowed",
    reason: "the test says so",
    risk: request.risk ?? "safe",
    policyDigest: guardian.policyDigest,
    ...(guardian.frozen ? { decision: "DENY" as const, reasonCode: "frozen" } : guardian.say(request)),
  });
  const guardian: ScriptedGuardian = {
    say,
    policyDigest: POLICY,
    frozen: false,
    settled: [],
    approvals: { ttlMs: 120_000, perSessionMax: 10, inAllMax: 100 },
    decide: (request): Decided => ({ decision: decide(request), reservations: [] }),
    preview: decide,
    objection: ({ policyDigest, grantExpiresAtMs, nowMs }) => {
      const base: Decision = {
        decision: "DENY",
        reasonCode: "",
        reason: "",
        risk: "safe",
        policyDigest: guardian.policyDigest,
      };
      if (guardian.frozen) return { ...base, reasonCode: "frozen" };
      if (policyDigest !== guardian.policyDigest) return { ...base, reasonCode: "policy_changed" };
      return grantExpiresAtMs !== null && grantExpiresAtMs <= nowMs ? { ...base, reasonCode: "grant_expired" } : null;
    },
    settle: (reservations, how) => guardian.settled.push({ how, reservations }),
    budgetRows: () => [],
    restore: () => undefined,
    setFrozen: (frozen) => {
      guardian.frozen = frozen;
    },
    read: () => ({ digest: guardian.policyDigest }),
    load: () => ({ digest: guardian.policyDigest }),
  };
  return guardian;
}
