import type { CarriedFrom, EvidenceInput } from "@holdpoint/core";

/**
 * Where a report's files were taken over from; null when all are of this candidate. Of several the oldest stands: a
 * report is no fresher than any part of it.
 */
export function carriedOf(
  inputs: readonly EvidenceInput[],
  carried: Readonly<Record<string, CarriedFrom>>,
): CarriedFrom | null {
  return inputs
    .flatMap(({ name }) => (Object.hasOwn(carried, name) ? (carried[name] ?? []) : []))
    .reduce<CarriedFrom | null>(
      (oldest, one) => (oldest === null || one.measuredAt < oldest.measuredAt ? one : oldest),
      null,
    );
}
