import type { ReceiptView } from "../contract/engine.ts";
import type { ActionWire } from "../contract/wire.ts";
import { jsonOf, queryOf } from "./answers.ts";
import type {
  ActionFilter,
  ReconciliationWire,
  RunOptions,
  SubmissionWire,
  SubmitOptions,
  SubmittedWire,
  TrailWire,
} from "./client-types.ts";
import { ActionFailedError } from "./errors.ts";
import type { PageWire } from "./pages.ts";
import { itemsOf } from "./pages.ts";
import type { CallOptions, TransportTerms } from "./transport.ts";
import { send } from "./transport.ts";

const MS_PER_SECOND = 1000;
const PAGE_ITEMS_DEFAULT = 200;
const END_DEFAULT_MS = 120_000;
const POLL_FIRST_MS = 50;
const POLL_MAX_MS = 2000;
/** Nothing moves these but time, and the gateway's people. */
const ENDED: ReadonlySet<string> = new Set([
  "SUCCEEDED",
  "SIMULATED",
  "DEAD",
  "DENIED",
  "EXPIRED",
  "CANCELLED",
  "UNKNOWN",
]);
const DONE: ReadonlySet<string> = new Set(["SUCCEEDED", "SIMULATED"]);

/** Everything about actions; each method throws GatewayError where the gateway refuses. */
export interface ActionsClient {
  /** Durable when it resolves; it may not have ended. */
  submit(submission: SubmissionWire, options?: SubmitOptions): Promise<SubmittedWire>;
  /** Waits for the end. @throws ActionFailedError unless it SUCCEEDED (a dry run: SIMULATED) */
  run(submission: SubmissionWire, options?: RunOptions): Promise<ActionWire>;
  get(id: string, options?: CallOptions): Promise<ActionWire>;
  /** The newest first, page after page. */
  list(filter?: ActionFilter, options?: CallOptions): AsyncGenerator<ActionWire, void, undefined>;
  approve(id: string, reason?: string, options?: CallOptions): Promise<ActionWire>;
  deny(id: string, reason?: string, options?: CallOptions): Promise<ActionWire>;
  cancel(id: string, reason?: string, options?: CallOptions): Promise<ActionWire>;
  reconcile(id: string, how: ReconciliationWire, options?: CallOptions): Promise<ActionWire>;
  receipt(id: string, options?: CallOptions): Promise<ReceiptView>;
  trail(correlationId: string, options?: CallOptions): Promise<TrailWire>;
}

export function actionsClient(terms: TransportTerms): ActionsClient {
  const decide = async (id: string, verb: string, body: object, options?: CallOptions): Promise<ActionWire> => {
    const path = `${pathOf(id)}/${verb}`;
    return jsonOf(await send(terms, { method: "POST", path, body: body as never, repeatable: false }, options));
  };
  const read = async <Value>(path: string, options?: CallOptions): Promise<Value> =>
    jsonOf(await send(terms, { method: "GET", path, repeatable: true }, options));
  const client: ActionsClient = {
    async submit(submission, options = {}) {
      const idempotencyKey = options.idempotencyKey ?? terms.newKey();
      const call = {
        method: "POST",
        path: "/v1/actions",
        headers: { "idempotency-key": quoted(idempotencyKey), ...preferOf(options.waitMs) },
        body: submission as never,
        repeatable: true,
        waitMs: options.waitMs ?? 0,
      } as const;
      const answer = await send(terms, call, options);
      const repeated = answer.headers.get("idempotency-replayed") === "true";
      return { action: jsonOf(answer), repeated, idempotencyKey };
    },
    async run(submission, options = {}) {
      let { action } = await client.submit(submission, options);
      const deadlineMs = terms.nowMs() + (options.endMs ?? END_DEFAULT_MS);
      for (let delayMs = POLL_FIRST_MS; !ENDED.has(action.state); delayMs = Math.min(POLL_MAX_MS, delayMs * 2)) {
        if (terms.nowMs() + delayMs > deadlineMs) break;
        await terms.sleep(delayMs, options.signal);
        action = await client.get(action.id, options);
      }
      if (DONE.has(action.state)) return action;
      throw new ActionFailedError(action);
    },
    get: (id, options) => read(pathOf(id), options),
    list: (filter = {}, options) =>
      itemsOf((cursor) => {
        const query = queryOf({ limit: PAGE_ITEMS_DEFAULT, ...filter, cursor });
        return read<PageWire<ActionWire>>(`/v1/actions${query}`, options);
      }),
    approve: (id, reason, options) => decide(id, "approve", reasonOf(reason), options),
    deny: (id, reason, options) => decide(id, "deny", reasonOf(reason), options),
    cancel: (id, reason, options) => decide(id, "cancel", reasonOf(reason), options),
    reconcile: (id, how, options) => decide(id, "reconcile", how, options),
    receipt: (id, options) => read(`/v1/receipts/${encodeURIComponent(id)}`, options),
    trail: (correlationId, options) => read(`/v1/audit-trails/${encodeURIComponent(correlationId)}`, options),
  };
  return client;
}

function pathOf(id: string): string {
  return `/v1/actions/${encodeURIComponent(id)}`;
}

function reasonOf(reason: string | undefined): object {
  return reason === undefined ? {} : { reason };
}

/** A string of RFC 9651, which is what the Idempotency-Key draft wants. */
function quoted(key: string): string {
  return `"${key.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}

function preferOf(waitMs: number | undefined): Record<string, string> {
  if (waitMs === undefined) return {};
  return { prefer: waitMs === 0 ? "respond-async" : `wait=${Math.ceil(waitMs / MS_PER_SECOND)}` };
}
