import type { TlsPlan } from "@holdpoint/core";
import { isIP } from "node:net";

/** Where connections lead. */
export interface Target {
  /** Without brackets. */
  readonly host: string;
  readonly port: number;
  /** Null for plain text. */
  readonly tls: TlsPlan | null;
  /** Sent in SNI and compared with the certificate; empty for an address. */
  readonly serverName: string;
}

const PLAIN_PORT = 80;
const TLS_PORT = 443;

/** @param url `http:`, `https:`, `ws:` or `wss:` */
export function targetOf(url: string, tls: TlsPlan): Target {
  const { protocol, hostname, port } = new URL(url);
  const secret = protocol === "https:" || protocol === "wss:";
  const host = hostname.startsWith("[") ? hostname.slice(1, -1) : hostname;
  return {
    host,
    port: port === "" ? (secret ? TLS_PORT : PLAIN_PORT) : Number(port),
    tls: secret ? tls : null,
    serverName: tls.serverName ?? (isIP(host) === 0 ? host : ""),
  };
}
