/** An IP address as a number; an IPv4 address in IPv6 clothes (`::ffff:0:0/96`) is an IPv4 address. */
export interface Address {
  readonly family: 4 | 6;
  readonly value: bigint;
}

export const ADDRESS_BITS: Readonly<Record<Address["family"], bigint>> = { 4: 32n, 6: 128n };

const BYTE = /^(?:0|[1-9]\d{0,2})$/;
const GROUP = /^[0-9a-fA-F]{1,4}$/;
const GROUPS = 8;
const MAPPED_PREFIX = 0xffffn;
const LOW_32_BITS = 0xffff_ffffn;

/**
 * Reads an address in its strict textual form; null for everything else, short, octal and hexadecimal forms and zones
 * (`%eth0`) among it.
 *
 * @example
 * parseAddress("::ffff:127.0.0.1"); // { family: 4, value: 2130706433n }
 * parseAddress("0177.0.0.1"); // null
 */
export function parseAddress(text: string): Address | null {
  if (!text.includes(":")) {
    const value = quad(text);
    return value === null ? null : { family: 4, value };
  }
  const value = groups(text);
  if (value === null) return null;
  return value >> 32n === MAPPED_PREFIX ? { family: 4, value: value & LOW_32_BITS } : { family: 6, value };
}

function quad(text: string): bigint | null {
  const parts = text.split(".");
  if (parts.length !== 4) return null;
  let value = 0n;
  for (const part of parts) {
    if (!BYTE.test(part) || Number(part) > 255) return null;
    value = (value << 8n) | BigInt(part);
  }
  return value;
}

/** RFC 4291 section 2.2: eight groups, of which one run of zeros may be `::` and the last two an IPv4 address. */
function groups(text: string): bigint | null {
  const halves = text.split("::");
  if (halves.length > 2) return null;
  const [head = [], tail = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const left = numbers(head, halves.length === 1);
  const right = numbers(tail, true);
  if (left === null || right === null) return null;
  const missing = GROUPS - left.length - right.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return null;
  return [...left, ...Array.from({ length: missing }, () => 0n), ...right].reduce(
    (sum, each) => (sum << 16n) | each,
    0n,
  );
}

/** The groups as numbers; `mayEndInQuad` where the text ends with them. */
function numbers(parts: readonly string[], mayEndInQuad: boolean): bigint[] | null {
  const read: bigint[] = [];
  for (const [index, part] of parts.entries()) {
    if (part.includes(".") && mayEndInQuad && index === parts.length - 1) {
      const value = quad(part);
      if (value === null) return null;
      read.push(value >> 16n, value & 0xffffn);
    } else if (GROUP.test(part)) read.push(BigInt(`0x${part}`));
    else return null;
  }
  return read;
}
