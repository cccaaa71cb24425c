import { incompleteBeta } from "./incomplete-beta.ts";

export interface StudentTest {
  /** Means of both. */
  readonly first: number;
  readonly second: number;
  /** Two-sided. */
  readonly p: number;
}

/** Whether two sets of values have one mean (Student 1908): R's `t.test(var.equal = TRUE)`; 1 where nothing tells. */
export function studentTest(first: readonly number[], second: readonly number[]): StudentTest {
  const [a, b] = [moments(first), moments(second)];
  const degrees = a.count + b.count - 2;
  const means = { first: a.mean, second: b.mean };
  const off = (b.mean - a.mean) ** 2;
  if (degrees < 1 || off === 0) return { ...means, p: 1 };
  const t2 = off / (((a.squares + b.squares) / degrees) * (1 / a.count + 1 / b.count));
  return { ...means, p: t2 === Infinity ? 0 : incompleteBeta(degrees / (degrees + t2), degrees / 2, 0.5) };
}

function moments(values: readonly number[]): { count: number; mean: number; squares: number } {
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  return { count, mean, squares: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) };
}
