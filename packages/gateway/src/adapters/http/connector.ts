import { buildConnector } from "undici";
import type { Resolve } from "../../io/adapter-lookup.ts";
import { guardedLookup } from "../../io/adapter-lookup.ts";
import type { DestinationGuard } from "./destination-guard.ts";
import { DestinationRefused } from "./destination-guard.ts";

export const CONNECT_TIMEOUT_MS = 10_000;

/**
 * Connects only to where the guard lets it. Names are judged by what they resolve to; addresses, which are not
 * resolved, here; and what it is connected to in the end is judged again before it is used.
 */
export function guardedConnector(guard: DestinationGuard, resolve?: Resolve): buildConnector.connector {
  const connect = buildConnector({
    timeout: CONNECT_TIMEOUT_MS,
    allowH2: false,
    lookup: guardedLookup(guard, resolve),
  });
  return (options, done) => {
    const literal = literalOf(options.hostname);
    const refusal = literal === null ? null : guard(literal);
    if (refusal === null) connect(options, (...[error, socket]) => hand(socket ?? error, guard, done));
    else done(new DestinationRefused(refusal), null);
  };
}

type Socket = NonNullable<Parameters<buildConnector.Callback>[1]>;

function hand(connected: Socket | Error, guard: DestinationGuard, done: buildConnector.Callback): void {
  if (connected instanceof Error) {
    done(connected, null);
    return;
  }
  const { remoteAddress } = connected;
  const refusal = remoteAddress === undefined ? "the connection was lost" : guard(remoteAddress);
  if (refusal === null) {
    done(null, connected);
    return;
  }
  connected.destroy();
  done(remoteAddress === undefined ? new Error(refusal) : new DestinationRefused(refusal), null);
}

/** The host when it is an address; names end in something that is no number (WHATWG URL, "ends in a number"). */
function literalOf(hostname: string): string | null {
  const bare = hostname.replace(/^\[|\]$/g, "");
  return bare.includes(":") || /(?:^|\.)(?:\d+|0[xX][0-9a-fA-F]*)\.?$/.test(bare) ? bare : null;
}
