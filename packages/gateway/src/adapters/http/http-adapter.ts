import { Pool } from "undici";
import type { Adapter, AdapterCall, AdapterOutcome, OperationSpec, StatusAnswer } from "../../contract/adapter.ts";
import type { HttpAdapterConfig, HttpOperation } from "../../contract/gateway-config.ts";
import { failure } from "../../executor/failure.ts";
import type { Resolve } from "../../io/adapter-lookup.ts";
import { baseUrl } from "./base-url.ts";
import type { HttpRequest } from "./build-request.ts";
import { buildRequest, buildStatusRequest } from "./build-request.ts";
import { classify } from "./classify.ts";
import { guardedConnector } from "./connector.ts";
import { destinationGuard } from "./destination-guard.ts";
import type { Exchange } from "./exchange.ts";
import { exchange } from "./exchange.ts";
import { configuredHeaders } from "./headers.ts";
import { readBody } from "./read-body.ts";

export interface HttpAdapterOptions {
  readonly config: HttpAdapterConfig;
  readonly nowMs: () => number;
  /** Read at each call. */
  readonly resultSizeBytesMax: () => number;
  /** In the place of the system's resolver. */
  readonly resolve?: Resolve;
}

/**
 * Operations of an HTTP service: one bounded pool of connections to one origin, redirects not followed, no proxy, and
 * no connection to where the guard does not let it.
 *
 * @throws HoldpointError `HP-GATEWAY-CONFIG` for a configuration that makes no sense
 */
export function httpAdapter(options: HttpAdapterOptions): Adapter {
  const { config, nowMs } = options;
  const base = baseUrl(config.baseUrl, config.name);
  const fixed = configuredHeaders(config.headers);
  const guard = destinationGuard(config.allowNetworks);
  const pool = new Pool(base.origin, {
    connections: config.connections,
    pipelining: 1,
    allowH2: false,
    connect: guardedConnector(guard, options.resolve),
  });
  const operations = new Map(config.operations.map((operation) => [operation.name, operation]));
  const send = (request: HttpRequest, call: AdapterCall): Promise<Exchange> => {
    const headers = { ...fixed, ...request.headers };
    const limits = { timeoutMs: call.timeoutMs, bodySizeBytesMax: options.resultSizeBytesMax(), signal: call.signal };
    return exchange(pool, { ...request, headers }, limits);
  };
  return {
    name: config.name,
    kind: "http",
    operations,
    execute: async (call) => {
      const operation = known(operations, call);
      const request = buildRequest(base.path, operation, call);
      if ("objection" in request) return invalid(request.objection);
      const asked = `${request.method} ${base.origin}${request.path}`;
      const mayBeUnderWay = operation.idempotent && call.attempt > 1;
      return classify(await send(request, call), { asked, nowMs: nowMs(), mayBeUnderWay });
    },
    status: async (call) => {
      const { statusPath } = known(operations, call);
      if (statusPath === null) return { known: false, message: `${call.operation} has no status_path` };
      const request = buildStatusRequest(base.path, statusPath, call);
      if ("objection" in request) return { known: false, message: request.objection };
      return readStatus(`GET ${base.origin}${request.path}`, await send(request, call));
    },
    close: () => pool.destroy(),
  };
}

type KnownOperation = OperationSpec & HttpOperation;

function known(operations: ReadonlyMap<string, KnownOperation>, { operation: name }: AdapterCall): KnownOperation {
  const operation = operations.get(name);
  if (operation === undefined) throw new TypeError(`there is no operation ${name}`);
  return operation;
}

function invalid(objection: string): AdapterOutcome {
  return failure({ failureClass: "validation_failed", sent: false, message: objection });
}

/** 200 says that it happened, 404 that it did not; nothing else says anything. */
function readStatus(asked: string, answer: Exchange): StatusAnswer {
  if (answer.kind === "failed") return { known: false, message: `${asked}: ${answer.error.message}` };
  const { response } = answer;
  if (response.status === 404) return { known: true, succeeded: false, message: `${asked} answered 404` };
  if (response.status !== 200) return { known: false, message: `${asked} answered ${response.status}` };
  const body = readBody(asked, response);
  return { known: true, succeeded: true, result: body.ok ? body.result : null };
}
