const QUADS = /^(?:0|[1-9]\d{0,2})(?:\.(?:0|[1-9]\d{0,2})){3}$/;
const PREFIX = /^(?:0|[1-9]\d{0,2})$/;
const BITS_V4 = 32;
const BITS_V6 = 128;

/**
 * Whether a text is a network in CIDR notation: an address, a slash, a prefix that the family has.
 *
 * @example
 * isNetwork("10.0.0.0/8"); // true
 * isNetwork("10.0.0/8"); // false
 */
export function isNetwork(text: string): boolean {
  const [address = "", prefix = "", ...rest] = text.split("/");
  if (rest.length > 0 || !PREFIX.test(prefix)) return false;
  if (QUADS.test(address)) {
    return address.split(".").every((part) => Number(part) <= 255) && Number(prefix) <= BITS_V4;
  }
  return address.includes(":") && URL.canParse(`http://[${address}]/`) && Number(prefix) <= BITS_V6;
}
