import { HoldpointError } from "@holdpoint/core";
import { parseAddress } from "./address.ts";
import type { Network } from "./network.ts";
import { parseNetwork } from "./network.ts";
import { isIn, isPublic } from "./public-address.ts";

/** Says why an address must not be connected to; null when it may. */
export type DestinationGuard = (address: string) => string | null;

/** Refusal of a connection, before anything was sent. */
export class DestinationRefused extends Error {
  readonly code = "HP-ACTION-DESTINATION" as const;
}

/**
 * Lets public addresses through, and those of the networks that are named. What cannot be read as an address is
 * refused.
 *
 * @param allowNetworks networks in CIDR notation
 * @throws HoldpointError `HP-GATEWAY-CONFIG` for one that is none
 * @example
 * destinationGuard([])("169.254.169.254"); // "169.254.169.254 is not a public address, nor in an allowed network"
 */
export function destinationGuard(allowNetworks: readonly string[]): DestinationGuard {
  const allowed = allowNetworks.map(readNetwork);
  return (text) => {
    const address = parseAddress(text);
    if (address === null) return `${text} is not an address`;
    if (isPublic(address) || isIn(allowed, address)) return null;
    return `${text} is not a public address, nor in an allowed network`;
  };
}

function readNetwork(text: string): Network {
  const network = parseNetwork(text);
  if (network !== null) return network;
  throw new HoldpointError("HP-GATEWAY-CONFIG", `allow_networks: ${text} is not a network, such as 10.0.0.0/8`);
}
