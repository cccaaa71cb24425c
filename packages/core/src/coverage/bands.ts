import type { Count } from "../evidence/coverage.ts";

/** Names of the bands, best first. */
export type BandId = "100" | "90-99" | "70-89" | "50-69" | "20-49" | "below-20" | "0";

/** Shares from one percentage up to, and without, another; `100` and `0` are exact. */
export interface Band {
  readonly id: BandId;
  /** As a person reads it. */
  readonly title: string;
  /** Lowest share of the band, in percent; of `below-20` it is anything above 0. */
  readonly fromPercent: number;
  /** The first share above the band; null: there is none. */
  readonly belowPercent: number | null;
}

/** Every band, best first, without a gap and without two that overlap. */
export const BANDS: readonly Band[] = [
  { id: "100", title: "100 %", fromPercent: 100, belowPercent: null },
  { id: "90-99", title: "90–99 %", fromPercent: 90, belowPercent: 100 },
  { id: "70-89", title: "70–89 %", fromPercent: 70, belowPercent: 90 },
  { id: "50-69", title: "50–69 %", fromPercent: 50, belowPercent: 70 },
  { id: "20-49", title: "20–49 %", fromPercent: 20, belowPercent: 50 },
  { id: "below-20", title: "< 20 %", fromPercent: 0, belowPercent: 20 },
  { id: "0", title: "0 %", fromPercent: 0, belowPercent: 0 },
];

/**
 * The band of a share, decided on integers: 2071 of 2072 is not 100 %, and 1 of a million is not 0 %.
 * Null for 0 of 0, which is no share.
 *
 * @throws RangeError for counts that are no counts
 * @example
 * bandOf({ covered: 977, total: 1000 })?.id; // "90-99"
 */
export function bandOf({ covered, total }: Count): Band | null {
  const isCount = Number.isSafeInteger(covered) && Number.isSafeInteger(total) && covered >= 0 && covered <= total;
  if (!isCount) throw new RangeError(`${covered} of ${total} is no count`);
  if (total === 0) return null;
  return (
    BANDS.find(({ id, fromPercent }) => (id === "below-20" ? covered > 0 : reaches(covered, total, fromPercent))) ??
    null
  );
}

/** covered × 100 ≥ percent × total; in big integers, since a count may be as large as a number can be. */
function reaches(covered: number, total: number, percent: number): boolean {
  return BigInt(covered) * 100n >= BigInt(percent) * BigInt(total);
}
