import { HoldpointError } from "@holdpoint/core";

/**
 * The value itself, when it is a whole number from `min` to `max`.
 *
 * @throws HoldpointError `HP-CONFIG-VALUE`, with the name, the value and the bounds
 * @example
 * boundedInteger("open_ms", 30_000, 1, 3_600_000); // 30000
 */
export function boundedInteger(name: string, value: number, min: number, max: number): number {
  if (Number.isSafeInteger(value) && value >= min && value <= max) return value;
  throw new HoldpointError("HP-CONFIG-VALUE", `${name} must be a whole number from ${min} to ${max}, but is ${value}`);
}
