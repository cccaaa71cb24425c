import { HoldpointError } from "@holdpoint/core";
import { CORRELATION_HEADER, TIMEOUT_HEADER } from "@holdpoint/kit";
import type { AdapterCall } from "../../contract/adapter.ts";

const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/** Visible characters and spaces within: nothing that ends a line, and nothing that a reader would trim away. */
const VALUE = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/;

/** Ours, or the connection's: no configuration sets them. */
const RESERVED: ReadonlySet<string> = new Set([
  "accept",
  "accept-encoding",
  "connection",
  "content-encoding",
  "content-length",
  "content-type",
  "expect",
  "host",
  "idempotency-key",
  "keep-alive",
  "te",
  "trailer",
  "traceparent",
  "tracestate",
  "transfer-encoding",
  "upgrade",
  CORRELATION_HEADER,
  TIMEOUT_HEADER,
]);

export type HeaderList = Readonly<Record<string, string>>;

/**
 * Headers of the configuration, by lowercase name.
 *
 * @throws HoldpointError `HP-GATEWAY-CONFIG` for one that no request can have, or that is set by the gateway itself;
 * its value, which may be a secret, is not told
 */
export function configuredHeaders(headers: HeaderList): HeaderList {
  const checked: Record<string, string> = {};
  for (const [written, value] of Object.entries(headers)) {
    const name = written.toLowerCase();
    const objection = objectionTo(name, value, Object.hasOwn(checked, name));
    if (objection !== null)
      throw new HoldpointError("HP-GATEWAY-CONFIG", `header ${JSON.stringify(written)} ${objection}`);
    checked[name] = value;
  }
  return checked;
}

function objectionTo(name: string, value: string, isDouble: boolean): string | null {
  if (!TOKEN.test(name)) return "has a name that no header can have";
  if (RESERVED.has(name) || name.startsWith("proxy-")) return "is set by the gateway itself";
  if (isDouble) return "is there twice";
  return VALUE.test(value) ? null : "has a value that no header can have";
}

/** The headers that every call carries, or why one of them cannot be sent. */
export function callHeaders(call: AdapterCall): { readonly headers: HeaderList } | { readonly objection: string } {
  const headers: Record<string, string> = {
    accept: "application/json, text/plain;q=0.5",
    "accept-encoding": "identity",
    "idempotency-key": call.idempotencyKey,
    [CORRELATION_HEADER]: call.correlationId,
    [TIMEOUT_HEADER]: String(call.timeoutMs),
    traceparent: call.traceparent,
    ...(call.tracestate === null || call.tracestate === "" ? {} : { tracestate: call.tracestate }),
  };
  const bad = Object.entries(headers).find(([, value]) => !VALUE.test(value));
  return bad === undefined ? { headers } : { objection: `${bad[0]} has a value that no header can have` };
}
