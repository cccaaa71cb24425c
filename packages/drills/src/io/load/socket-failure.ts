import type { WireFailure } from "../../load/wire.ts";

const BY_CODE: ReadonlyMap<unknown, WireFailure> = named({
  ECONNREFUSED: "refused",
  ECONNRESET: "reset",
  EPIPE: "reset",
  ETIMEDOUT: "connect-timeout",
});

/** By the code that OpenSSL or Node gives it: mostly faults of a certificate. */
const IN_HANDSHAKE: ReadonlyMap<unknown, WireFailure> = named({
  CERT_HAS_EXPIRED: "tls-expired",
  CERT_NOT_YET_VALID: "tls-expired",
  ERR_TLS_CERT_ALTNAME_INVALID: "tls-wrong-name",
  DEPTH_ZERO_SELF_SIGNED_CERT: "tls-untrusted",
  SELF_SIGNED_CERT_IN_CHAIN: "tls-untrusted",
  UNABLE_TO_GET_ISSUER_CERT: "tls-untrusted",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "tls-untrusted",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "tls-untrusted",
  ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL: "tls-no-protocol",
});

/** What an error of a socket is called outside; what the handshake of TLS ends in begins with `tls`. */
export function socketFailure(error: unknown, stage: "connecting" | "handshake" | "open"): WireFailure {
  const code = (error as { readonly code?: unknown } | null)?.code;
  if (stage === "handshake") return IN_HANDSHAKE.get(code) ?? "tls";
  const known = BY_CODE.get(code);
  // On an open connection the other side stopped acknowledging: no attempt to connect has failed.
  return known === undefined || (stage === "open" && known === "connect-timeout") ? "connection" : known;
}

function named(failures: Readonly<Record<string, WireFailure>>): ReadonlyMap<unknown, WireFailure> {
  return new Map(Object.entries(failures));
}
