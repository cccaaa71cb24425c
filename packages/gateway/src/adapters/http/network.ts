import type { Address } from "./address.ts";
import { ADDRESS_BITS, parseAddress } from "./address.ts";

/** A network in CIDR notation. */
export interface Network {
  readonly family: Address["family"];
  /** The address without its host part. */
  readonly prefix: bigint;
  readonly hostBits: bigint;
}

const PREFIX_BITS = /^(?:0|[1-9]\d{0,2})$/;
/** The part of an IPv6 prefix that says that an IPv4 address follows. */
const MAPPED_BITS = 96;

/**
 * Reads `ADDRESS/BITS`; null for anything else. `::ffff:10.0.0.0/104` is `10.0.0.0/8`.
 *
 * @example
 * contains(parseNetwork("10.0.0.0/8"), parseAddress("10.1.2.3")); // true
 */
export function parseNetwork(text: string): Network | null {
  const [addressText = "", bitsText = "", ...rest] = text.split("/");
  const address = parseAddress(addressText);
  if (address === null || rest.length > 0 || !PREFIX_BITS.test(bitsText)) return null;
  const isMapped = address.family === 4 && addressText.includes(":");
  const bits = Number(bitsText) - (isMapped ? MAPPED_BITS : 0);
  const hostBits = ADDRESS_BITS[address.family] - BigInt(bits);
  if (bits < 0 || hostBits < 0n) return null;
  return { family: address.family, prefix: address.value >> hostBits, hostBits };
}

export function contains({ family, prefix, hostBits }: Network, address: Address): boolean {
  return address.family === family && address.value >> hostBits === prefix;
}
