/** Numbers of texts begin here, so that the key of a point may be a plain number below it, or a text. */
export const INTERNED_FROM: number = 2 ** 30;

const PRIME = 0x01000193;

/** What the hash of a text begins with. */
export const HASH_START = 0x811c9dc5;

/** The hash after one more UTF-16 code unit. */
export function hashCode(hash: number, code: number): number {
  return Math.imul(hash ^ code, PRIME);
}

/**
 * Gives each text a number from `INTERNED_FROM` to 2^31 - 1: the same for the same text, in every report, thread and
 * run, because it is a hash. Two texts may share one; of points on one line their order then tells them apart.
 */
export class Interner {
  of(text: string): number {
    let hash = HASH_START;
    for (let at = 0; at < text.length; at += 1) hash = hashCode(hash, text.charCodeAt(at));
    return this.ofHash(hash);
  }

  /** The number of the text whose code units went into a hash. */
  ofHash(hash: number): number {
    // FNV-1a leaves its high bits weak for short texts.
    let mixed = hash ^ (hash >>> 15);
    mixed = Math.imul(mixed, 0x85ebca6b);
    mixed ^= mixed >>> 13;
    return INTERNED_FROM + (mixed >>> 2);
  }
}
