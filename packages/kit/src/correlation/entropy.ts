/**
 * A source of unpredictable bytes, such as `node:crypto`'s `randomBytes`; comes in as an argument, so that a seed
 * replays what was made of it.
 */
export type Entropy = (sizeBytes: number) => Uint8Array;

const DRAWS_MAX = 2;

/**
 * Lowercase hexadecimal digits of that many random bytes, not all of them zero.
 *
 * @throws RangeError when the source gives another number of bytes, or zeros only, twice
 */
export function randomHex(sizeBytes: number, entropy: Entropy): string {
  for (let draw = 0; draw < DRAWS_MAX; draw += 1) {
    const bytes = entropy(sizeBytes);
    if (bytes.length !== sizeBytes) throw new RangeError(`the source of randomness gave ${bytes.length} bytes`);
    if (bytes.some((byte) => byte !== 0)) {
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex");
    }
  }
  throw new RangeError("the source of randomness gives zeros only");
}
