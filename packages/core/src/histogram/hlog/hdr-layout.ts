/** How an HdrHistogram of so many digits divides values; the same for all of its writers. */
export interface HdrLayout {
  readonly digits: number;
  readonly lowest: number;
  readonly highest: number;
}

/** Significant digits that HdrHistogram allows. */
export const HDR_DIGITS_MAX = 5;

/** Largest value of a bucket by its index; infinite beyond what a number holds exactly. */
export function hdrHigh({ digits, lowest }: HdrLayout, index: number): number {
  const { unitBits, halfBits } = bitsOf(digits, lowest);
  const half = 2 ** halfBits;
  const octave = Math.floor(index / half) - 1;
  const shift = Math.max(0, octave) + unitBits;
  const position = octave < 0 ? index : (index % half) + half;
  const high = (position + 1) * 2 ** shift - 1;
  return Number.isSafeInteger(high) ? high : Number.POSITIVE_INFINITY;
}

/** Buckets that such a histogram has: none of its indexes is beyond. */
export function hdrBuckets({ digits, lowest, highest }: HdrLayout): number {
  const { unitBits, halfBits } = bitsOf(digits, lowest);
  const octaves = Math.max(0, Math.ceil(Math.log2((highest + 1) / 2 ** (unitBits + halfBits + 1))));
  return (octaves + 2) * 2 ** halfBits;
}

function bitsOf(digits: number, lowest: number): { readonly unitBits: number; readonly halfBits: number } {
  const subBuckets = Math.ceil(Math.log2(2 * 10 ** digits));
  return { unitBits: Math.floor(Math.log2(lowest)), halfBits: subBuckets - 1 };
}
