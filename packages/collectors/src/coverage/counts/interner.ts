/** Numbers of texts begin here, so that the key of a point may be a plain number below it, or a text. */
export const INTERNED_FROM: number = 2 ** 30;

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/**
 * Gives each text a number from `INTERNED_FROM` to 2^31 - 1: the same for the same text, in every report, thread and
 * run, because it is a hash. Two texts may share one; of points on one line their order then tells them apart.
 */
export class Interner {
  of(text: string): number {
    let hash = OFFSET;
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
    // FNV-1a leaves its high bits weak for short texts.
    hash ^= hash >>> 15;
    hash = Math.imul(hash, 0x85ebca6b);
    hash ^= hash >>> 13;
    return INTERNED_FROM + (hash >>> 2);
  }
}
