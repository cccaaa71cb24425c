import type { ErrorEntry } from "../entry.ts";

/** The action hold point: what a caller, an operator and an action itself are told. */
export const GATEWAY: {
  readonly [
    code in
      | "HP-GATEWAY-UNAUTHENTICATED"
      | "HP-GATEWAY-FORBIDDEN"
      | "HP-GATEWAY-APPROVER-IS-REQUESTER"
      | "HP-GATEWAY-NOT-FOUND"
      | "HP-GATEWAY-METHOD"
      | "HP-GATEWAY-MEDIA-TYPE"
      | "HP-GATEWAY-BODY"
      | "HP-GATEWAY-BODY-TOO-LARGE"
      | "HP-GATEWAY-HEADER"
      | "HP-GATEWAY-HTTP"
      | "HP-GATEWAY-TIMEOUT"
      | "HP-GATEWAY-QUERY"
      | "HP-GATEWAY-ADAPTER-UNKNOWN"
      | "HP-GATEWAY-KEY-REUSED"
      | "HP-GATEWAY-STATE-CONFLICT"
      | "HP-GATEWAY-BUSY"
      | "HP-GATEWAY-RATE-LIMITED"
      | "HP-GATEWAY-STORAGE-FULL"
      | "HP-GATEWAY-STORAGE"
      | "HP-GATEWAY-STOPPING"
      | "HP-GATEWAY-CONFIG"
      | "HP-GATEWAY-POLICY"
      | "HP-GATEWAY-TOKENS-REQUIRED"
      | "HP-GATEWAY-LISTEN"
      | "HP-GATEWAY-DATA"
      | "HP-GATEWAY-PRECONDITION-REQUIRED"
      | "HP-GATEWAY-PRECONDITION"
      | "HP-GATEWAY-SETTING"
      | "HP-GATEWAY-REPLAY-FILTER"
      | "HP-GATEWAY-REPLAY-PLAN"
      | "HP-GATEWAY-STREAM-MESSAGE"
      | "HP-GATEWAY-STREAM-SLOW"
      | "HP-GATEWAY-STREAM-GONE"
      | "HP-GATEWAY-UNREACHABLE"
      | "HP-ACTION-DENIED"
      | "HP-ACTION-INVALID"
      | "HP-ACTION-CONNECTION"
      | "HP-ACTION-TIMEOUT"
      | "HP-ACTION-DEADLINE"
      | "HP-ACTION-CIRCUIT-OPEN"
      | "HP-ACTION-EXECUTION"
      | "HP-ACTION-BACKPRESSURE"
      | "HP-ACTION-UNKNOWN"
      | "HP-ACTION-CONTRACT-DRIFT"
      | "HP-ACTION-RESULT-TOO-LARGE"
      | "HP-ACTION-PERMIT"
      | "HP-ACTION-DESTINATION"
      | "HP-ACTION-EXPIRED"
      | "HP-ACTION-CANCELLED"
  ]: ErrorEntry;
} = {
  "HP-GATEWAY-UNAUTHENTICATED": {
    title: "No token, or one that is not known",
    status: 401,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: "Send `Authorization: Bearer TOKEN` with a token that `gateway start` or `gateway token` printed.",
  },
  "HP-GATEWAY-FORBIDDEN": {
    title: "The token's roles do not allow this",
    status: 403,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: "Use a token of a role that may do this; a requester sees and cancels only its own actions.",
  },
  "HP-GATEWAY-APPROVER-IS-REQUESTER": {
    title: "Nobody approves what they asked for",
    status: 403,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: "Let another person with the approver role decide.",
  },
  "HP-GATEWAY-NOT-FOUND": {
    title: "There is no such thing here",
    status: 404,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: "Check the path and the id; a requester does not see other actors' actions.",
  },
  "HP-GATEWAY-METHOD": {
    title: "This path does not know the method",
    status: 405,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: "The `Allow` header and `GET /v1/openapi.json` say which methods there are.",
  },
  "HP-GATEWAY-MEDIA-TYPE": {
    title: "The body is of a type that is not read",
    status: 415,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: "Send `Content-Type: application/json` (PATCH: `application/merge-patch+json` too).",
  },
  "HP-GATEWAY-BODY": {
    title: "The body is not what this path takes",
    status: 400,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: "The detail names the field; the shapes are in `GET /v1/openapi.json`.",
  },
  "HP-GATEWAY-BODY-TOO-LARGE": {
    title: "The body is too large",
    status: 413,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: "Send less, or a reference to what is large.",
  },
  "HP-GATEWAY-HEADER": {
    title: "A header has a value that is not allowed",
    status: 400,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: "The detail names the header and what it may hold.",
  },
  "HP-GATEWAY-HTTP": {
    title: "What came in is not a request of HTTP/1.1",
    status: 400,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: "Use an HTTP client; the detail says what the parser stumbled over.",
  },
  "HP-GATEWAY-TIMEOUT": {
    title: "The request took too long to arrive",
    status: 408,
    exit: 2,
    retryable: true,
    outcome: "error",
    hint: "Send the whole request at once.",
  },
  "HP-GATEWAY-QUERY": {
    title: "A query parameter has a value that is not allowed",
    status: 400,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: "The detail names the parameter and what it may hold.",
  },
  "HP-GATEWAY-ADAPTER-UNKNOWN": {
    title: "There is no such adapter",
    status: 422,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: "`GET /v1/capabilities` lists the adapters and their operations.",
  },
  "HP-GATEWAY-KEY-REUSED": {
    title: "The idempotency key was used for another request",
    status: 409,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: "A key belongs to one body for ever; make a new key for a new request.",
  },
  "HP-GATEWAY-STATE-CONFLICT": {
    title: "The action is not in a state that allows this",
    status: 409,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: "Read the action again; somebody else may have been faster.",
  },
  "HP-GATEWAY-BUSY": {
    title: "The gateway has as much work as it takes",
    status: 503,
    exit: 3,
    retryable: true,
    outcome: "error",
    hint: "Try again after `Retry-After`.",
  },
  "HP-GATEWAY-RATE-LIMITED": {
    title: "The actor asks too often",
    status: 429,
    exit: 3,
    retryable: true,
    outcome: "error",
    hint: "Try again after `Retry-After`.",
  },
  "HP-GATEWAY-STORAGE-FULL": {
    title: "There is no space to record what would be done, so nothing is done",
    status: 507,
    exit: 3,
    retryable: true,
    outcome: "error",
    hint: "Free space in the data folder; what was acknowledged is kept, work is taken again when space is back.",
  },
  "HP-GATEWAY-STORAGE": {
    title: "The store does not answer, so nothing is done",
    status: 503,
    exit: 3,
    retryable: true,
    outcome: "error",
    hint: "Look at the data folder's disk; `GET /readyz` says when it is back.",
  },
  "HP-GATEWAY-STOPPING": {
    title: "The gateway is shutting down",
    status: 503,
    exit: 3,
    retryable: true,
    outcome: "error",
    hint: "Try again in a moment, with the same idempotency key.",
  },
  "HP-GATEWAY-CONFIG": {
    title: "gateway.yaml does not say what a gateway needs",
    status: 422,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: "The detail names the line; the published schema is `gateway.v1.json`.",
  },
  "HP-GATEWAY-POLICY": {
    title: "The policy file is not a policy",
    status: 422,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: "The detail names the line. The gateway does not start, or goes on with the policy it has.",
  },
  "HP-GATEWAY-TOKENS-REQUIRED": {
    title: "A gateway that others can reach needs tokens of their own making",
    status: 422,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: "Make tokens with `holdpoint gateway token`, or listen on 127.0.0.1.",
  },
  "HP-GATEWAY-LISTEN": {
    title: "The gateway cannot listen there",
    status: 503,
    exit: 2,
    retryable: true,
    outcome: "error",
    hint: "Choose another port with `--port`, or stop what holds it.",
  },
  "HP-GATEWAY-DATA": {
    title: "The data folder cannot be used",
    status: 503,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "One gateway has one data folder; it must be writable and not in use by another gateway.",
  },
  "HP-GATEWAY-PRECONDITION-REQUIRED": {
    title: "A change of the configuration must say what it changes",
    status: 428,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: "Send `If-Match` with the `ETag` of `GET /v1/config`.",
  },
  "HP-GATEWAY-PRECONDITION": {
    title: "The configuration changed in between",
    status: 412,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: "Read `GET /v1/config` again and decide again.",
  },
  "HP-GATEWAY-SETTING": {
    title: "A setting does not exist or is out of bounds",
    status: 422,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: "The detail names the setting and its bounds; nothing was changed.",
  },
  "HP-GATEWAY-REPLAY-FILTER": {
    title: "A replay needs a filter",
    status: 422,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: "Name ids, a class, an adapter, an operation, a session or a time; nothing is replayed by an empty filter.",
  },
  "HP-GATEWAY-REPLAY-PLAN": {
    title: "There is no such plan any more",
    status: 409,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: "Plans end after ten minutes and when they were run; plan again.",
  },
  "HP-GATEWAY-STREAM-MESSAGE": {
    title: "The message is not one that the stream takes",
    status: 400,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: "The detail names the field; see docs/guides/gateway.md.",
  },
  "HP-GATEWAY-STREAM-SLOW": {
    title: "The stream's reader is too slow",
    status: 503,
    exit: 3,
    retryable: true,
    outcome: "error",
    hint: "Connect again with the last id you saw; what was missed is sent again.",
  },
  "HP-GATEWAY-STREAM-GONE": {
    title: "What was missed is too much to be sent again",
    status: 410,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: "Read the actions with `GET /v1/actions?since=` and connect without a last id.",
  },
  "HP-GATEWAY-UNREACHABLE": {
    title: "The gateway does not answer",
    status: 503,
    exit: 3,
    retryable: true,
    outcome: "error",
    hint: "Check the URL and that `holdpoint gateway start` runs.",
  },
  "HP-ACTION-DENIED": {
    title: "The policy does not allow the action",
    status: 403,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: "The reason code says which rule; the policy's owner can change it.",
  },
  "HP-ACTION-INVALID": {
    title: "The other side refused the arguments",
    status: 422,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: "Correct the arguments; repeating the same call would be refused again.",
  },
  "HP-ACTION-CONNECTION": {
    title: "The other side could not be reached; nothing was sent",
    status: 502,
    exit: 3,
    retryable: true,
    outcome: "error",
    hint: "Look at the other side; the dead letter can be replayed.",
  },
  "HP-ACTION-TIMEOUT": {
    title: "The other side did not answer in time",
    status: 504,
    exit: 3,
    retryable: true,
    outcome: "error",
    hint: "Where the adapter is not idempotent the outcome is unknown until it is reconciled.",
  },
  "HP-ACTION-DEADLINE": {
    title: "The deadline passed before the action could run",
    status: 504,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "Give it more time, or replay the dead letter.",
  },
  "HP-ACTION-CIRCUIT-OPEN": {
    title: "The breaker is open",
    status: 503,
    exit: 3,
    retryable: true,
    outcome: "error",
    hint: "The other side failed too often; the breaker tries it again by itself.",
  },
  "HP-ACTION-EXECUTION": {
    title: "The other side says that it failed",
    status: 502,
    exit: 3,
    retryable: true,
    outcome: "error",
    hint: "The message is the other side's; the dead letter can be replayed.",
  },
  "HP-ACTION-BACKPRESSURE": {
    title: "The other side has too much to do",
    status: 503,
    exit: 3,
    retryable: true,
    outcome: "error",
    hint: "Wait, or lower the rate.",
  },
  "HP-ACTION-UNKNOWN": {
    title: "It is not known what became of the action",
    status: 502,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "Find out on the other side, then reconcile it: it is not repeated blindly.",
  },
  "HP-ACTION-CONTRACT-DRIFT": {
    title: "The other side's answer is not of the agreed shape",
    status: 502,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "connector_contract_drift: the effect may have happened; compare the adapter's result schema with the other side.",
  },
  "HP-ACTION-RESULT-TOO-LARGE": {
    title: "The other side's answer is too large",
    status: 502,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "Let the other side answer with a reference, or raise `executor.result_size_bytes`.",
  },
  "HP-ACTION-PERMIT": {
    title: "There is no sound ALLOW for exactly this call",
    status: 500,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "A defect or an attack: verdict, arguments, policy and signature must fit each other. Nothing was executed.",
  },
  "HP-ACTION-DESTINATION": {
    title: "The destination is not in an allowed network",
    status: 403,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: "Name the network in the adapter's `allow_networks` if it is meant.",
  },
  "HP-ACTION-EXPIRED": {
    title: "Nobody approved the action in time",
    status: 410,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: "Submit it again and let somebody look at it sooner.",
  },
  "HP-ACTION-CANCELLED": {
    title: "The action was cancelled",
    status: 410,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: "Submit it again if it is still wanted.",
  },
};
