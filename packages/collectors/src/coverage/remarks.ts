import type { CoverageRemark, CoverageRemarkCode } from "@holdpoint/core";
import { COVERAGE_REMARKS_MAX } from "@holdpoint/core";

/** The ordinary remark: interfaces and empty modules list nothing to cover. */
const PLAIN = "nothing-measured";
const PLAIN_SUM = /^([0-9]+) places list nothing to cover, of which the first [0-9]+ are told$/;

/** The first of some remarks, and how many there were. */
interface Counted {
  readonly first: CoverageRemark[];
  count: number;
  /** Sums of parts, whose place is known although nothing of them may have been kept. */
  readonly sums: CoverageRemark[];
}

/**
 * Collects what is odd in one report, and keeps the first of it. What only lists nothing to cover is counted apart,
 * so that any number of it neither takes the place of what is odd nor makes `more-remarks`.
 */
export class Remarks {
  readonly #file: string;
  readonly #odd: Counted = { first: [], count: 0, sums: [] };
  readonly #plain: Counted = { first: [], count: 0, sums: [] };

  constructor(file: string) {
    this.#file = file;
  }

  /** `column` is in bytes from 1; null where the whole line is meant. */
  add(code: CoverageRemarkCode, line: number, column: number | null, text: string): void {
    const into = code === PLAIN ? this.#plain : this.#odd;
    into.count += 1;
    if (into.first.length < COVERAGE_REMARKS_MAX) into.first.push({ code, file: this.#file, line, column, text });
  }

  /** At most `COVERAGE_REMARKS_MAX`, by line; where there were more, the last ones say how many. */
  finish(): readonly CoverageRemark[] {
    return bounded(this.#odd, this.#plain);
  }
}

/** The first of all remarks of several files or parts, by file and line. */
export function joinRemarks(all: readonly (readonly CoverageRemark[])[]): readonly CoverageRemark[] {
  const odd: Counted = { first: [], count: 0, sums: [] };
  const plain: Counted = { first: [], count: 0, sums: [] };
  for (const remarks of all) {
    const ofOdd = remarks.filter(({ code }) => code !== PLAIN);
    const last = ofOdd.at(-1);
    addTo(odd, ofOdd, last?.code === "more-remarks" ? Number.parseInt(last.text, 10) : null);
    const ofPlain = remarks.filter(({ code }) => code === PLAIN);
    const sum = PLAIN_SUM.exec(ofPlain.at(-1)?.text ?? "");
    addTo(plain, ofPlain, sum === null ? null : Number(sum[1]));
  }
  return bounded(odd, plain);
}

/** `sum` is what the last of the remarks says, where it counts those that were left out. */
function addTo(into: Counted, remarks: readonly CoverageRemark[], sum: number | null): void {
  into.count += sum ?? remarks.length;
  for (const remark of sum === null ? remarks : remarks.slice(0, -1)) into.first.push(remark);
  if (sum !== null) into.sums.push(...remarks.slice(-1));
}

function bounded(odd: Counted, plain: Counted): readonly CoverageRemark[] {
  const ofOdd = cut(odd, COVERAGE_REMARKS_MAX - (plain.count > 0 ? 1 : 0));
  const ofPlain = cut(plain, COVERAGE_REMARKS_MAX - Math.min(odd.count, COVERAGE_REMARKS_MAX - 1));
  const kept = [...ofOdd, ...ofPlain].sort(byPlace);
  return [
    ...kept,
    ...sumOf(plain, ofPlain, PLAIN, "places list nothing to cover", "told"),
    ...sumOf(odd, ofOdd, "more-remarks", "remarks in all", "kept"),
  ];
}

/** The first by place; of more than there is room for one fewer, as their sum takes a place, too. */
function cut({ first, count }: Counted, room: number): readonly CoverageRemark[] {
  const sorted = first.sort(byPlace);
  return count <= room ? sorted : sorted.slice(0, room - 1);
}

function sumOf(
  { count, first, sums }: Counted,
  kept: readonly CoverageRemark[],
  code: CoverageRemarkCode,
  what: string,
  how: string,
): readonly CoverageRemark[] {
  const last = kept.at(-1) ?? [...first, ...sums].sort(byPlace)[0];
  if (last === undefined || count === kept.length) return [];
  const text = `${count} ${what}, of which the first ${kept.length} are ${how}`;
  return [{ code, file: last.file, line: last.line, column: null, text }];
}

function byPlace(a: CoverageRemark, b: CoverageRemark): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  const places = a.line - b.line || (a.column ?? 0) - (b.column ?? 0);
  if (places !== 0) return places;
  const [textA, textB] = [`${a.code} ${a.text}`, `${b.code} ${b.text}`];
  return textA === textB ? 0 : textA < textB ? -1 : 1;
}
