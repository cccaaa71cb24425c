import type { Json } from "../noun/json.ts";

/** Depth at which a value is refused instead of overflowing the stack. */
export const CANONICAL_DEPTH_MAX = 512;

/** A copy whose objects have their keys in the order of RFC 8785, as far as the engine keeps it. */
export interface Ordered {
  readonly ordered: Json;
  /** False where a key looks like an array index, which engines put first, or is `__proto__`. */
  readonly isOrderKept: boolean;
}

/** Looks through a whole value; throws `TypeError` for whatever is not JSON. */
export function orderKeys(value: Json): Ordered {
  const walk = new Walk();
  const ordered = walk.copy(value, 0);
  return { ordered, isOrderKept: walk.isOrderKept };
}

const MOVED_KEY = /^(?:0|[1-9]\d*|__proto__)$/;

class Walk {
  isOrderKept = true;

  copy(value: Json, depth: number): Json {
    if (typeof value === "string") return wellFormed(value);
    if (typeof value === "number") {
      if (Number.isFinite(value)) return value;
      throw new TypeError(`${value} is not JSON`);
    }
    if (value === null || typeof value === "boolean") return value;
    if (typeof value !== "object") throw new TypeError(`${typeof value} is not JSON`);
    if (depth > CANONICAL_DEPTH_MAX) throw new TypeError(`nested deeper than ${CANONICAL_DEPTH_MAX} levels`);
    return Array.isArray(value)
      ? this.#array(value, depth)
      : this.#object(value as Readonly<Record<string, Json>>, depth);
  }

  #array(items: readonly Json[], depth: number): Json {
    const copies: Json[] = [];
    // By index, because `map` would skip holes.
    for (let index = 0; index < items.length; index += 1) copies.push(this.copy(items[index] as Json, depth + 1));
    return copies;
  }

  #object(members: Readonly<Record<string, Json>>, depth: number): Json {
    if (!isPlain(members)) throw new TypeError("an object of a class is not JSON");
    const copies: Record<string, Json> = {};
    for (const key of Object.keys(members).sort()) {
      if (MOVED_KEY.test(key)) this.isOrderKept = false;
      copies[wellFormed(key)] = this.copy(members[key] as Json, depth + 1);
    }
    return copies;
  }
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}

function wellFormed(text: string): string {
  if (text.isWellFormed()) return text;
  throw new TypeError("a lone surrogate is not JSON");
}
