import type { Count } from "@holdpoint/core";
import type { Interner } from "../counts/interner.ts";
import type { Points } from "../counts/points.ts";
import { PointsBuilder } from "../counts/points.ts";
import type { LcovCursor } from "./cursor.ts";

const NAME_SIZE_BYTES_MAX = 65_536;

interface Listed {
  readonly line: number;
  readonly name: string;
  isHit: boolean;
}

interface Named {
  readonly entries: Listed[];
  read: number;
}

/** The functions of one section: `FN` and `FNDA`, or lcov 2.2's `FNL` and `FNA`, which give aliases one index. */
export class LcovFunctions {
  readonly #cursor: LcovCursor;
  readonly #interner: Interner;
  readonly #points = new PointsBuilder();
  #listed: Listed[] = [];
  /** So many of the listed have had their counts, one after another; nobody writes them in another order. */
  #counted = 0;
  /** Made when somebody does. */
  #byName: Map<string, Named> | null = null;
  #byIndex = new Map<number, Listed & { readonly aliases: boolean[] }>();

  constructor(cursor: LcovCursor, interner: Interner) {
    this.#cursor = cursor;
    this.#interner = interner;
  }

  read(tag: "FN" | "FNDA" | "FNL" | "FNA"): void {
    const cursor = this.#cursor;
    if (tag === "FN") this.#list(cursor.integer("the number of a line"));
    else if (tag === "FNDA") this.#count();
    else if (tag === "FNL") this.#listIndexed();
    else this.#countAlias();
  }

  /**
   * A name may stand twice, as every class has its `constructor`: the n-th `FNDA` of a name belongs to its n-th `FN`,
   * and one that nothing was said of was not called.
   */
  finish(): { readonly points: Points; readonly aliases: Count | null } {
    const listed = this.#listed;
    listed.forEach(({ line, name, isHit }, order) => this.#points.add(line, this.#key(name), order, isHit));
    const aliases = this.#byIndex.size === 0 ? null : this.#aliases();
    const points = this.#points.finish();
    this.#listed = [];
    this.#counted = 0;
    this.#byName = null;
    this.#byIndex = new Map();
    return { points, aliases };
  }

  /** Adds the indexed functions; gives what a writer declares, who counts every alias, where that is not the same. */
  #aliases(): Count | null {
    const indexed = [...this.#byIndex.values()];
    indexed.forEach(({ line, name, isHit }, order) =>
      this.#points.add(line, this.#key(name), this.#listed.length + order, isHit),
    );
    const aliases = indexed.flatMap((entry) => entry.aliases);
    const hit = (all: readonly { readonly isHit: boolean }[]): number => all.filter(({ isHit }) => isHit).length;
    const called = aliases.filter(Boolean).length;
    if (aliases.length === indexed.length && called === hit(indexed)) return null;
    return { covered: called + hit(this.#listed), total: aliases.length + this.#listed.length };
  }

  /** Numbers in the names of functions without one change from run to run. */
  #key(name: string): number {
    return this.#interner.of(/^\(?anonymous_?[0-9]*\)?$/.test(name) ? "" : name);
  }

  /** `FN:<line>[,<last line>],<name>` */
  #list(line: number): void {
    const cursor = this.#cursor;
    cursor.needComma();
    const end = cursor.fieldEnd();
    if (end < cursor.end && isDigits(cursor, end)) cursor.at = end + 1;
    const entry: Listed = { line, name: cursor.rest(NAME_SIZE_BYTES_MAX, "the name of a function"), isHit: false };
    this.#listed.push(entry);
    if (this.#byName !== null) addTo(this.#byName, entry);
  }

  /** `FNDA:<executions>,<name>` */
  #count(): void {
    const cursor = this.#cursor;
    const isHit = cursor.hits() > 0;
    cursor.needComma();
    const name = cursor.rest(NAME_SIZE_BYTES_MAX, "the name of a function");
    const next = this.#byName === null ? this.#listed[this.#counted] : undefined;
    if (next?.name === name) {
      next.isHit = isHit;
      this.#counted += 1;
    } else this.#countByName(name, isHit);
  }

  #countByName(name: string, isHit: boolean): void {
    this.#byName ??= byName(this.#listed, this.#counted);
    let named = this.#byName.get(name);
    if (named === undefined) {
      const unlisted: Listed = { line: 0, name, isHit: false };
      this.#listed.push(unlisted);
      named = addTo(this.#byName, unlisted);
    }
    const entry = named.entries[Math.min(named.read, named.entries.length - 1)];
    if (entry !== undefined) entry.isHit ||= isHit;
    named.read += 1;
  }

  /** `FNL:<index>,<line>[,<last line>]` */
  #listIndexed(): void {
    const cursor = this.#cursor;
    const index = cursor.integer("the index of a function");
    cursor.needComma();
    const line = cursor.lineNumber();
    if (cursor.comma()) cursor.lineNumber();
    cursor.needEnd();
    if (this.#byIndex.has(index)) cursor.fail(`the function ${index} is listed twice`);
    this.#byIndex.set(index, { line, name: "", isHit: false, aliases: [] });
  }

  /** `FNA:<index>,<executions>,<name>` */
  #countAlias(): void {
    const cursor = this.#cursor;
    const index = cursor.integer("the index of a function");
    cursor.needComma();
    const isHit = cursor.hits() > 0;
    cursor.needComma();
    cursor.rest(NAME_SIZE_BYTES_MAX, "the name of a function");
    const entry = this.#byIndex.get(index);
    if (entry === undefined) return cursor.fail(`no FNL lists the function ${index}`);
    entry.aliases.push(isHit);
    entry.isHit ||= isHit;
  }
}

/** The listed by name, of which so many have had their counts. */
function byName(listed: readonly Listed[], counted: number): Map<string, Named> {
  const all = new Map<string, Named>();
  listed.forEach((entry, index) => {
    const named = addTo(all, entry);
    if (index < counted) named.read += 1;
  });
  return all;
}

function addTo(all: Map<string, Named>, entry: Listed): Named {
  let named = all.get(entry.name);
  if (named === undefined) {
    named = { entries: [], read: 0 };
    all.set(entry.name, named);
  }
  named.entries.push(entry);
  return named;
}

function isDigits(cursor: LcovCursor, end: number): boolean {
  for (let at = cursor.at; at < end; at += 1) {
    const byte = cursor.bytes[at] ?? 0;
    if (byte < 0x30 || byte > 0x39) return false;
  }
  return end > cursor.at;
}
