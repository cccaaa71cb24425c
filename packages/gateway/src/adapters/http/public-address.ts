import type { Address } from "./address.ts";
import type { Network } from "./network.ts";
import { contains, parseNetwork } from "./network.ts";

/** IPv4 networks that are not the public Internet (IANA IPv4 Special-Purpose Address Registry, and multicast). */
const SPECIAL_V4: readonly Network[] = networks([
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
]);

/** Global unicast (RFC 4291 section 2.4): nothing outside it is public. */
const GLOBAL_V6: readonly Network[] = networks(["2000::/3"]);

/** Parts of it that are not: protocol assignments with Teredo and ORCHID, documentation, 6to4. */
const SPECIAL_V6: readonly Network[] = networks(["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"]);

/** NAT64 (RFC 6052): the last 32 bits are the IPv4 address that is meant. */
const NAT64: readonly Network[] = networks(["64:ff9b::/96"]);

/**
 * Whether an address is one of the public Internet: not loopback, private, shared, link-local, unique-local, multicast,
 * documentation, reserved or a tunnel to any of them.
 */
export function isPublic(address: Address): boolean {
  if (address.family === 4) return !isIn(SPECIAL_V4, address);
  if (isIn(NAT64, address)) return isPublic({ family: 4, value: address.value & 0xffff_ffffn });
  return isIn(GLOBAL_V6, address) && !isIn(SPECIAL_V6, address);
}

export function isIn(list: readonly Network[], address: Address): boolean {
  return list.some((network) => contains(network, address));
}

function networks(texts: readonly string[]): readonly Network[] {
  return texts.map((text) => {
    const network = parseNetwork(text);
    if (network === null) throw new TypeError(`${text} is not a network`);
    return network;
  });
}
