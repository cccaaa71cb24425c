import type { WireFailure } from "../../load/wire.ts";

const BY_CODE: Readonly<Record<string, WireFailure>> = {
  ECONNREFUSED: "refused",
  ECONNRESET: "reset",
  EPIPE: "reset",
  ETIMEDOUT: "connect-timeout",
};

/** What an error of a socket is called outside; whatever the handshake of TLS ends in is `tls`. */
export function socketFailure(error: unknown, stage: "connecting" | "handshake" | "open"): WireFailure {
  if (stage === "handshake") return "tls";
  const code = (error as { readonly code?: unknown } | null)?.code;
  const known = typeof code === "string" ? BY_CODE[code] : undefined;
  // On an open connection the other side stopped acknowledging: no attempt to connect has failed.
  return known === undefined || (stage === "open" && known === "connect-timeout") ? "connection" : known;
}
