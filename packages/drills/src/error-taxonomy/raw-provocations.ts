import type { Outline } from "./record-error.ts";

/** Bytes that no HTTP client would send. */
export interface RawProvocation extends Outline {
  readonly bytes: (token: string) => string | Uint8Array;
  readonly timeoutMs: number;
  /** Whether it reaches a route: broken HTTP does not. */
  readonly route: string | null;
}

const QUICK_MS = 5000;
/** Longer than a gateway waits for a request to arrive. */
const SLOW_MS = 25_000;

/** Takes as long as the gateway's patience: begun first, awaited last. */
export const SLOW_PROVOCATION: RawProvocation = {
  id: "request-too-slow",
  done: "begins a request and never ends its headers",
  expected: "HP-GATEWAY-TIMEOUT",
  bytes: () => "POST /v1/actions HTTP/1.1\r\nHost: gateway\r\nX-Slow: ",
  timeoutMs: SLOW_MS,
  route: null,
};

export const RAW_PROVOCATIONS: readonly RawProvocation[] = [
  raw("http-broken", "sends bytes that are no HTTP", "HP-GATEWAY-HTTP", null, () => "HELLO THERE\r\n\r\n"),
  raw("headers-too-large", "sends 64 KiB of headers", "HP-GATEWAY-HEADER", null, (token) =>
    head(token, { "X-Large": "x".repeat(65_536) }),
  ),
  raw("key-twice", "sends two idempotency keys", "HP-GATEWAY-HEADER", "/v1/actions", (token) =>
    head(token, { "Idempotency-Key": "one" }, ["Idempotency-Key: two"]),
  ),
  raw("body-not-utf-8", "sends bytes that are no UTF-8", "HP-GATEWAY-BODY", "/v1/actions", notUtf8),
];

function raw(
  id: string,
  done: string,
  expected: string,
  route: string | null,
  bytes: RawProvocation["bytes"],
): RawProvocation {
  return { id, done, expected, bytes, timeoutMs: QUICK_MS, route };
}

const BODY = '{"adapter":"sound","operation":"ok","arguments":{}}';

function head(token: string, headers: Readonly<Record<string, string>>, more: readonly string[] = []): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return `${[...start(token, BODY.length), ...lines, ...more].join("\r\n")}\r\n\r\n${BODY}`;
}

function notUtf8(token: string): Uint8Array {
  const body = Buffer.concat([Buffer.from('{"adapter":"'), Buffer.of(0xff, 0xfe), Buffer.from('"}')]);
  return Buffer.concat([Buffer.from(`${start(token, body.length).join("\r\n")}\r\n\r\n`), body]);
}

function start(token: string, sizeBytes: number): string[] {
  return [
    "POST /v1/actions HTTP/1.1",
    "Host: gateway",
    `Authorization: Bearer ${token}`,
    "Content-Type: application/json",
    `Content-Length: ${sizeBytes}`,
    "Connection: close",
  ];
}
