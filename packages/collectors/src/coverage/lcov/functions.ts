import type { Count } from "@holdpoint/core";
import type { Interner } from "../counts/interner.ts";
import type { Points } from "../counts/points.ts";
import { countPoints, PointsBuilder } from "../counts/points.ts";
import type { LcovCursor } from "./cursor.ts";

const NAME_SIZE_BYTES_MAX = 65_536;

interface Listed {
  readonly line: number;
  readonly name: string;
  isHit: boolean;
}

/** The functions of one section: `FN` and `FNDA`, or lcov 2.2's `FNL` and `FNA`, which give aliases one index. */
export class LcovFunctions {
  readonly #cursor: LcovCursor;
  readonly #interner: Interner;
  readonly #points = new PointsBuilder();
  #listed: Listed[] = [];
  #byName = new Map<string, { readonly entries: Listed[]; read: number }>();
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
    const all = [...this.#listed, ...this.#byIndex.values()];
    all.forEach(({ line, name, isHit }, order) => this.#points.add(line, this.#key(name), order, isHit));
    const aliases = [...this.#byIndex.values()].flatMap((entry) => entry.aliases);
    const points = this.#points.finish();
    const plain = this.#listed.length;
    const covered = aliases.filter(Boolean).length + this.#listed.filter(({ isHit }) => isHit).length;
    const agrees = aliases.length === this.#byIndex.size && covered === countPoints(points).covered;
    this.#listed = [];
    this.#byName = new Map();
    this.#byIndex = new Map();
    return { points, aliases: agrees ? null : { covered, total: aliases.length + plain } };
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
    const named = this.#byName.get(entry.name);
    if (named === undefined) this.#byName.set(entry.name, { entries: [entry], read: 0 });
    else named.entries.push(entry);
  }

  /** `FNDA:<executions>,<name>` */
  #count(): void {
    const cursor = this.#cursor;
    const isHit = cursor.isHit();
    cursor.needComma();
    const name = cursor.rest(NAME_SIZE_BYTES_MAX, "the name of a function");
    let named = this.#byName.get(name);
    if (named === undefined) {
      const unlisted: Listed = { line: 0, name, isHit: false };
      named = { entries: [unlisted], read: 0 };
      this.#listed.push(unlisted);
      this.#byName.set(name, named);
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
    const isHit = cursor.isHit();
    cursor.needComma();
    cursor.rest(NAME_SIZE_BYTES_MAX, "the name of a function");
    const entry = this.#byIndex.get(index);
    if (entry === undefined) return cursor.fail(`no FNL lists the function ${index}`);
    entry.aliases.push(isHit);
    entry.isHit ||= isHit;
  }
}

function isDigits(cursor: LcovCursor, end: number): boolean {
  for (let at = cursor.at; at < end; at += 1) {
    const byte = cursor.bytes[at] ?? 0;
    if (byte < 0x30 || byte > 0x39) return false;
  }
  return end > cursor.at;
}
