/** A share of things: so many of so many. */
export interface Share {
  readonly covered: number;
  readonly total: number;
}

/**
 * The largest whole number that is at most so many percent of a total; exact, without floating point.
 *
 * @example
 * shareMax(20, 10); // 2
 * shareMax(30, 9.99); // 2, although 3 of 30 is printed as 10 %
 */
export function shareMax(total: number, percent: number): number {
  const [units, scale] = sum([percent]);
  return Number((units * BigInt(total)) / (100n * scale));
}

/** Whether a share is more than the sum of some percentages. False for 0 of 0, which is no share. */
export function isAbove({ covered, total }: Share, ...percents: readonly number[]): boolean {
  const [units, scale] = sum(percents);
  return BigInt(covered) * 100n * scale > units * BigInt(total);
}

/** Whether a share has fallen by more than so many points since; exact. False when either is 0 of 0. */
export function fellByMore(before: Share, now: Share, points: number): boolean {
  const [units, scale] = sum([points]);
  const lost = BigInt(before.covered) * BigInt(now.total) - BigInt(now.covered) * BigInt(before.total);
  return lost * 100n * scale > units * BigInt(before.total) * BigInt(now.total);
}

/** Sum of decimal numbers as `units / scale`. */
function sum(numbers: readonly number[]): readonly [units: bigint, scale: bigint] {
  let units = 0n;
  let scale = 1n;
  for (const number of numbers) {
    const [own, ownScale] = exact(number);
    units = units * ownScale + own * scale;
    scale *= ownScale;
  }
  return [units, scale];
}

function exact(number: number): readonly [units: bigint, scale: bigint] {
  const [digits = "0", exponent = "0"] = String(number).split("e");
  const [whole = "0", fraction = ""] = digits.split(".");
  const places = BigInt(fraction.length) - BigInt(exponent);
  const units = BigInt(whole + fraction);
  return places >= 0n ? [units, 10n ** places] : [units * 10n ** -places, 1n];
}
