import type { JsonObject } from "@holdpoint/core";
import { publicKeyOfRaw } from "@holdpoint/ledger";
import type { Adapter, Breakers, Executor, OperationSpec } from "./contract/adapter.ts";
import type { Decision, Guardian } from "./contract/guardian.ts";
import type { NamedKey, PublicKeys } from "./contract/public-keys.ts";

/** An executor that has adapters to look at, and breakers, and executes nothing. */
export function testingExecutor(names: readonly string[]): Executor {
  return {
    adapters: new Map(names.map((name) => [name, adapterOf(name)])),
    admit: () => ({ kind: "busy" }),
    release: () => undefined,
    run: () => Promise.reject(new Error("the testing executor executes nothing")),
    status: () => Promise.resolve({ known: false, message: "the testing executor asks nobody" }),
    breakers: breakersOf(names),
    onPlaceFreed: () => undefined,
    close: () => Promise.resolve(),
  };
}

/** A guardian that says ALLOW to everything and can be frozen. */
export function testingGuardian(policyDigest: string): Guardian {
  let frozen = false;
  const decision: Decision = {
    decision: "ALLOW",
    reasonCode: "rule_allowed",
    reason: "the testing guardian allows everything",
    risk: "safe",
    policyDigest,
  };
  return {
    policyDigest,
    approvals: { ttlMs: 120_000, perSessionMax: 10, inAllMax: 1000 },
    decide: () => ({ decision, reservations: [] }),
    preview: () => decision,
    objection: () => null,
    settle: () => undefined,
    budgetRows: () => [],
    restore: () => undefined,
    read: () => ({ digest: policyDigest }),
    setFrozen: (to) => {
      frozen = to;
    },
    get frozen() {
      return frozen;
    },
    load: () => ({ digest: policyDigest }),
  };
}

/** Keys that nobody has the private half of. */
export function testingKeys(): PublicKeys {
  return { ledger: keyOf("testing", 1), guardian: keyOf("testing/guardian", 2) };
}

function keyOf(origin: string, fill: number): NamedKey {
  const key = publicKeyOfRaw(Buffer.alloc(32, fill));
  if ("rejected" in key) throw new Error(key.rejected);
  return { origin, key };
}

function adapterOf(name: string): Adapter {
  const operation: OperationSpec = {
    name,
    title: `The operation ${name}`,
    idempotent: name !== "notify",
    risk: name === "notify" ? "high" : "safe",
    argumentsSchema: { type: "object" },
    resultSchema: null,
    timeoutMs: null,
  };
  return {
    name,
    kind: "function",
    operations: new Map([[name, operation]]),
    execute: () => Promise.reject(new Error("the testing adapter executes nothing")),
    close: () => Promise.resolve(),
  };
}

function breakersOf(names: readonly string[]): Breakers {
  const states = new Map(names.map((name) => [name, name === "fail" ? "open" : "closed"]));
  const view = (name: string): JsonObject | null => {
    const state = states.get(name);
    return state === undefined ? null : { state, calls: 20, failures: state === "open" ? 20 : 0 };
  };
  return {
    names: () => names,
    view,
    metrics: (name, lastN) => (states.has(name) ? { calls: [], last_n: lastN } : null),
    reset: (name) => {
      if (!states.has(name)) return false;
      states.set(name, "closed");
      return true;
    },
    snapshots: () => ({}),
    restore: () => undefined,
    onTransition: () => undefined,
  };
}
