/** Sub-buckets of an octave: a value is known to 1/128 of itself, below 256 us exactly. */
const SUB_BITS = 7;

/** Longest time that has a bucket of its own, one hour; whatever took longer shares the last bucket. */
export const HISTOGRAM_MAX_US = 3_600_000_000;

/** The last bucket, of everything above `HISTOGRAM_MAX_US`; it has no upper end. */
export const OVERFLOW_BUCKET: number = bucketOf(HISTOGRAM_MAX_US) + 1;

export const HISTOGRAM_BUCKETS: number = OVERFLOW_BUCKET + 1;

/**
 * Index of the bucket of a value in whole microseconds, 0 or more. The layout is that of an HdrHistogram with two
 * significant digits and a lowest value of 1, so that counts can be exchanged index by index.
 *
 * @example
 * bucketOf(255); // 255
 * bucketOf(300_000); // 1554: 299,008 to 301,055
 */
export function bucketOf(us: number): number {
  if (us > HISTOGRAM_MAX_US) return OVERFLOW_BUCKET;
  const shift = us < 256 ? 0 : 24 - Math.clz32(us);
  return (shift << SUB_BITS) + (us >>> shift);
}

/** Smallest value of a bucket, microseconds. */
export function bucketLow(index: number): number {
  if (index === OVERFLOW_BUCKET) return HISTOGRAM_MAX_US + 1;
  const shift = shiftOf(index);
  return (index - (shift << SUB_BITS)) * 2 ** shift;
}

/** Largest value of a bucket, microseconds; infinite for the last one. */
export function bucketHigh(index: number): number {
  return index === OVERFLOW_BUCKET ? Number.POSITIVE_INFINITY : bucketLow(index) + 2 ** shiftOf(index) - 1;
}

function shiftOf(index: number): number {
  return index < 256 ? 0 : (index >>> SUB_BITS) - 1;
}
