import type { Interner } from "../counts/interner.ts";

/** Key of a function: numbers in the names of functions without one change from run to run. */
export function namedKey(interner: Interner, name: string, more: string): number {
  const plain = /^\(?anonymous_?[0-9]*\)?$/.test(name) ? "" : name;
  return interner.of(more === "" ? plain : `${plain} ${more}`);
}
