import { HoldpointError } from "@holdpoint/core";

const LOOPBACK_V4 = /^127\.(?:0|[1-9]\d{0,2})\.(?:0|[1-9]\d{0,2})\.(?:0|[1-9]\d{0,2})$/;
const LOOPBACK_NAMES: ReadonlySet<string> = new Set(["localhost", "::1", "[::1]"]);

/** Whether only this machine reaches what listens there. A name that is not known to be local counts as reachable. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase();
  return LOOPBACK_NAMES.has(name) || (LOOPBACK_V4.test(name) && name.split(".").every((part) => Number(part) <= 255));
}

/**
 * Refuses a gateway that others can reach and for which nobody has made tokens.
 *
 * @param tokensMade whether tokens were made before this start
 * @throws HoldpointError `HP-GATEWAY-TOKENS-REQUIRED`
 * @example
 * assertMayListen("127.0.0.1", false); // nothing happens
 */
export function assertMayListen(host: string, tokensMade: boolean): void {
  if (tokensMade || isLoopback(host)) return;
  throw new HoldpointError(
    "HP-GATEWAY-TOKENS-REQUIRED",
    `${host} is not a loopback address, and there is no token in the data folder`,
  );
}
