import assert from "node:assert/strict";
import { test } from "node:test";
import type { BreakersBody } from "../evidence/breakers.ts";
import type { DeadLettersBody } from "../evidence/dead-letters.ts";
import type { GatewayLiveBody } from "../evidence/gateway-live.ts";
import { validatorOf } from "./schemas.test.ts";

const ROOT = `${"r".repeat(43)}=`;
const TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
const DIGEST = `sha256:${"a".repeat(64)}`;

export const gatewayLive: GatewayLiveBody = {
  operations: ["GET /livez"],
  calls: [
    {
      operation: "GET /livez",
      expected: "refusal",
      purpose: "wrong method",
      status: 405,
      contentType: "application/problem+json",
      code: "HP-GATEWAY-METHOD",
      documented: true,
    },
  ],
  ends: [
    {
      wanted: "UNKNOWN>DEAD",
      action: "act_1",
      answered: "DEAD",
      listed: "DEAD",
      recorded: "DEAD",
      terminalReceipts: 1,
      provisionalReceipts: 1,
      deadLetters: 1,
      proof: { leafIndex: 3, treeSize: 9, checkpointRoot: ROOT, computedRoot: ROOT, signed: true },
    },
  ],
  correlations: [{ sent: "order-7", trace: TRACE, found: [{ place: "answer", correlation: "order-7", trace: TRACE }] }],
  keys: [
    {
      key: "k",
      submissions: 2,
      actions: 1,
      effects: 1,
      otherBodyStatus: 409,
      otherBodyCode: "HP-GATEWAY-KEY-REUSED",
    },
  ],
  restarts: [
    {
      compared: 3,
      differing: ["/v1/actions/act_1"],
      effectsBefore: 2,
      effectsAfter: 2,
      ledgerSizeBefore: 9,
      ledgerSizeAfter: 10,
    },
  ],
  probes: [{ path: "/metrics", status: 200, problems: ["line 1: no"] }],
  counters: [{ name: "ended DEAD", counted: 1, told: 1 }],
  streams: [{ acknowledged: true, states: ["READY"], missed: ["4"], resent: ["4"], correlated: true }],
};

export const breakers: BreakersBody = {
  openings: [{ fault: "slow", minimumCalls: 4, faultyCalls: 4, stateBefore: "closed", stateAfter: "open" }],
  refusals: [{ submitted: 1, upstreamCalls: 0, deadLetters: 1, codes: ["HP-ACTION-CIRCUIT-OPEN"] }],
  probes: [{ submitted: 8, upstreamAtOnce: 1, upstreamCalls: 1, refused: 7 }],
  recoveries: [{ openMs: 400, faultEndedAtMs: 1, firstSuccessAtMs: 2, manualResets: 0, stateAfter: "closed" }],
  stuckProbes: [{ probeTimeoutMs: 300, stateAfterTimeout: "open", recoveredLater: true }],
  restarts: [{ stateBefore: "open", stateAfter: "open", upstreamCalls: 0 }],
  resets: [{ by: "o", stateBefore: "open", stateAfter: "closed", recordedActor: "o", forbiddenStatus: 403 }],
  accounts: [{ figure: "failures", seen: 4, told: 4 }],
  neighbours: [{ adapter: "steady", state: "closed", submitted: 3, succeeded: 3 }],
};

export const deadLetters: DeadLettersBody = {
  deaths: [
    {
      failureClass: "timeout",
      action: "act_1",
      state: "DEAD",
      attemptsDue: 3,
      upstreamCalls: 3,
      letters: 1,
      letterClass: "timeout",
      letterAttempts: 3,
      actionDigest: DIGEST,
      letterDigest: DIGEST,
      correlation: "order-7",
      letterCorrelation: "order-7",
      traceparent: `00-${TRACE}-00f067aa0ba902b7-01`,
      letterTraceparent: `00-${TRACE}-00f067aa0ba902b7-01`,
    },
  ],
  refusedFilters: [{ filter: "{}", status: 422, code: "HP-GATEWAY-REPLAY-FILTER" }],
  plans: [
    {
      expected: 1,
      planned: 1,
      lettersBefore: DIGEST,
      lettersAfter: DIGEST,
      actionsBefore: 2,
      actionsAfter: 2,
      upstreamCalls: 0,
    },
  ],
  replays: [
    {
      upstream: "healthy",
      newActions: 1,
      newState: "SUCCEEDED",
      linkedTo: "act_1",
      original: "act_1",
      generation: 1,
      sameTrace: false,
      originalBefore: DIGEST,
      originalAfter: DIGEST,
      letterStatus: "replayed",
    },
  ],
  repetitions: [{ runs: 2, letters: 1, effects: 1, newActions: 1 }],
  policies: [{ letters: 1, plannedDenials: 1, denied: 1, effects: 0, stillOpen: 1 }],
  caps: [{ planned: 6, max: 4, started: 4, ratePerSecond: 20, spanMs: 150 }],
  aborts: [{ planned: 6, startedAtAbort: 2, startedLater: 2, state: "aborted" }],
  restarts: [{ before: 7, after: 7, digestBefore: DIGEST, digestAfter: DIGEST }],
};

test("what never came is null", () => {
  const taken = (name: string, body: unknown): void => assert.deepEqual(validatorOf(name)(body), []);
  const [call, key, found] = [gatewayLive.calls[0], gatewayLive.keys[0], gatewayLive.correlations[0]?.found[0]];
  taken("gateway-live-body", {
    ...gatewayLive,
    calls: [{ ...call, code: null }],
    keys: [{ ...key, otherBodyCode: null }],
    correlations: [{ sent: "a", trace: "b", found: [{ ...found, correlation: null, trace: null }] }],
    counters: [{ name: "n", counted: 1, told: null }],
  });
  taken("breakers-body", {
    ...breakers,
    recoveries: [{ ...breakers.recoveries[0], firstSuccessAtMs: null }],
    resets: [{ ...breakers.resets[0], recordedActor: null }],
    accounts: [{ figure: "f", seen: 1, told: null }],
  });
  taken("dead-letters-body", {
    ...deadLetters,
    deaths: [{ ...deadLetters.deaths[0], upstreamCalls: null }],
    refusedFilters: [{ filter: "{}", status: 200, code: null }],
  });
});
