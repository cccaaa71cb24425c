import type {
  GatewayCall,
  GatewayCorrelation,
  GatewayEnd,
  GatewayKey,
  GatewayLiveBody,
  GatewayRestart,
  GatewayStream,
} from "@holdpoint/core";

const ROOT = `${"r".repeat(43)}=`;
const LIVEZ = "GET /livez";
const SUBMIT = "POST /v1/actions";

export function gatewayCall(changes: Partial<GatewayCall> = {}): GatewayCall {
  const refused = changes.expected === "refusal";
  return {
    operation: SUBMIT,
    expected: "success",
    purpose: refused ? "no token" : "submits an action",
    status: refused ? 401 : 200,
    contentType: refused ? "application/problem+json" : "application/json",
    code: refused ? "HP-GATEWAY-UNAUTHENTICATED" : null,
    documented: true,
    ...changes,
  };
}

export function gatewayEnd(changes: Partial<GatewayEnd> = {}): GatewayEnd {
  const wanted = changes.wanted ?? "SUCCEEDED";
  const last = wanted.split(">").at(-1) ?? wanted;
  return {
    wanted,
    action: `act_${wanted}`,
    answered: last,
    listed: last,
    recorded: last,
    terminalReceipts: 1,
    provisionalReceipts: wanted.includes(">") ? 1 : 0,
    deadLetters: last === "DEAD" ? 1 : 0,
    proof: { leafIndex: 4, treeSize: 9, checkpointRoot: ROOT, computedRoot: ROOT, signed: true },
    ...changes,
  };
}

const CORRELATION = "order-7";
const TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

export function gatewayCorrelation(changes: Partial<GatewayCorrelation> = {}): GatewayCorrelation {
  const places = ["answer", "trail", "downstream", "dead-letter"];
  const found = places.map((place) => ({ place, correlation: CORRELATION, trace: TRACE }));
  return { sent: CORRELATION, trace: TRACE, found, ...changes };
}

export function gatewayKey(changes: Partial<GatewayKey> = {}): GatewayKey {
  return {
    key: "order-7",
    submissions: 3,
    actions: 1,
    effects: 1,
    otherBodyStatus: 409,
    otherBodyCode: "HP-GATEWAY-KEY-REUSED",
    ...changes,
  };
}

export function gatewayRestart(changes: Partial<GatewayRestart> = {}): GatewayRestart {
  return {
    compared: 12,
    differing: [],
    effectsBefore: 5,
    effectsAfter: 5,
    ledgerSizeBefore: 60,
    ledgerSizeAfter: 61,
    ...changes,
  };
}

export function gatewayStream(changes: Partial<GatewayStream> = {}): GatewayStream {
  return {
    acknowledged: true,
    states: ["READY", "RUNNING", "SUCCEEDED"],
    missed: ["12", "13"],
    resent: ["12", "13"],
    correlated: true,
    ...changes,
  };
}

const ENDS: readonly string[] = [
  "SUCCEEDED",
  "DENIED",
  "EXPIRED",
  "CANCELLED",
  "DEAD",
  "SIMULATED",
  "UNKNOWN>SUCCEEDED",
  "UNKNOWN>DEAD",
];

/** A gateway of two routes that did everything that it was asked for. */
export function gatewayLive(changes: Partial<GatewayLiveBody> = {}): GatewayLiveBody {
  return {
    operations: [LIVEZ, SUBMIT],
    calls: [LIVEZ, SUBMIT].flatMap((operation) => [
      gatewayCall({ operation }),
      gatewayCall({ operation, expected: "refusal" }),
    ]),
    ends: ENDS.map((wanted) => gatewayEnd({ wanted })),
    correlations: [gatewayCorrelation()],
    keys: [gatewayKey()],
    restarts: [gatewayRestart()],
    probes: ["/livez", "/readyz", "/metrics"].map((path) => ({ path, status: 200, problems: [] })),
    counters: [{ name: "ended SUCCEEDED", counted: 4, told: 4 }],
    streams: [gatewayStream()],
    ...changes,
  };
}
