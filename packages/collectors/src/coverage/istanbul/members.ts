import type { JsonCursor } from "../json/cursor.ts";

/** An object whose members are all of one form: a map of an entry, or its counters. */
export interface Members<Value> {
  readonly name: string;
  /** Offset of the object. */
  readonly offset: number;
  readonly keys: readonly string[];
  /** Offsets of the values. */
  readonly offsets: readonly number[];
  readonly values: readonly Value[];
}

export function readMembers<Value>(cursor: JsonCursor, name: string, read: () => Value): Members<Value> {
  const { at: offset } = cursor;
  const keys: string[] = [];
  const offsets: number[] = [];
  const values: Value[] = [];
  cursor.object((key) => {
    keys.push(key);
    offsets.push(cursor.at);
    values.push(read());
  });
  return { name, offset, keys, offsets, values };
}

/**
 * Visits each member of a map with its counter. Both must have the same keys; a counter that is missing would make
 * the whole look better.
 */
export function joinMembers<Mapped, Counter>(
  cursor: JsonCursor,
  map: Members<Mapped>,
  counters: Members<Counter>,
  visit: (mapped: Mapped, counter: Counter, offset: number) => void,
): void {
  if (map.keys.length !== counters.keys.length) {
    const detail = `${map.name} has ${map.keys.length} entries and ${counters.name} has ${counters.keys.length}`;
    cursor.fail(detail, counters.offset);
  }
  const places = isSameOrder(map.keys, counters.keys) ? null : new Map(counters.keys.map((key, at) => [key, at]));
  map.keys.forEach((key, index) => {
    const at = places === null ? index : places.get(key);
    const offset = map.offsets[index] ?? 0;
    if (at === undefined) cursor.fail(`${JSON.stringify(key)} is in ${map.name} and not in ${counters.name}`, offset);
    visit(map.values[index] as Mapped, counters.values[at] as Counter, counters.offsets[at] ?? 0);
  });
}

function isSameOrder(a: readonly string[], b: readonly string[]): boolean {
  return a.every((key, index) => key === b[index]);
}
