import { createHash } from "node:crypto";

const GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

/** The opening request (RFC 6455 section 4.1). @param key sixteen random bytes in base64 */
export function handshakeRequest(url: string, key: string, headers: readonly (readonly [string, string])[]): string {
  const { host, pathname, search } = new URL(url);
  const lines = [
    `GET ${pathname}${search} HTTP/1.1`,
    `Host: ${host}`,
    "Upgrade: websocket",
    "Connection: Upgrade",
    `Sec-WebSocket-Key: ${key}`,
    "Sec-WebSocket-Version: 13",
    ...headers.map(([name, value]) => `${name}: ${value}`),
  ];
  return `${lines.join("\r\n")}\r\n\r\n`;
}

/**
 * Whether the answer opens a WebSocket for this very request (section 4.1, at its end): without an extension, and with
 * a subprotocol only where the request offered it.
 */
export function isAccepted(
  status: number,
  headers: ReadonlyMap<string, string> | null,
  key: string,
  asked: readonly (readonly [string, string])[] = [],
): boolean {
  const chosen = headers?.get("sec-websocket-protocol");
  const offered = asked.filter(([name]) => name.toLowerCase() === "sec-websocket-protocol");
  const offers = offered.flatMap(([, value]) => value.split(",").map((one) => one.trim()));
  if (chosen !== undefined && !offers.includes(chosen)) return false;
  const accept = createHash("sha1").update(`${key}${GUID}`).digest("base64");
  return (
    status === 101 &&
    headers?.get("upgrade")?.toLowerCase() === "websocket" &&
    /(?:^|,)\s*upgrade\s*(?:,|$)/i.test(headers.get("connection") ?? "") &&
    headers.get("sec-websocket-accept") === accept &&
    !headers.has("sec-websocket-extensions")
  );
}
