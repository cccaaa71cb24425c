import type { ExpositionFormat, ExpositionType, MetricFamily, MetricSample } from "../exposition.ts";
import { suffixesOf } from "../suffixes.ts";
import type { CommentLine } from "./comment-line.ts";
import type { FaultList } from "./fault-list.ts";
import { shown } from "./labels.ts";
import type { SampleLine } from "./sample-line.ts";

interface Growing {
  name: string;
  type: ExpositionType;
  typeLine: number | null;
  help: string | null;
  unit: string | null;
  line: number;
  samples: MetricSample[];
}

/** Puts comments and samples together to families, and notes what stands in the wrong order. */
export class Families {
  readonly #format: ExpositionFormat;
  readonly #faults: FaultList;
  readonly #byName: Map<string, Growing> = new Map();
  /** By name of a sample, the family that declared it. */
  readonly #owners: Map<string, Growing> = new Map();
  #current: Growing | null = null;

  constructor(format: ExpositionFormat, faults: FaultList) {
    this.#format = format;
    this.#faults = faults;
  }

  get size(): number {
    return this.#byName.size;
  }

  get all(): readonly MetricFamily[] {
    return [...this.#byName.values()];
  }

  comment(comment: CommentLine, line: number): void {
    const { keyword, name } = comment;
    const family = this.#enter(this.#byName.get(name) ?? this.#begin(name, line), line);
    const adopted = keyword === "TYPE" ? this.#adopt(family, comment.type) : false;
    const known = keyword === "TYPE" ? family.typeLine : keyword === "HELP" ? family.help : family.unit;
    const lower = keyword === "TYPE" ? "type" : keyword === "HELP" ? "help" : "unit";
    if (known !== null) {
      this.#faults.add(`duplicate-${lower}`, `${shown(name)} has ${keyword} a second time`, line, 1);
      return;
    }
    if (family.samples.length > 0 || adopted)
      this.#faults.add(`${lower}-after-samples`, `${keyword} of ${shown(name)} comes after its samples`, line, 1);
    if (keyword === "TYPE") this.#declare(family, comment.type, line);
    else if (keyword === "HELP") family.help = comment.text;
    else family.unit = comment.text;
  }

  sample({ name, ...rest }: SampleLine, line: number): void {
    const family = this.#enter(this.#ownerOf(name) ?? this.#begin(name, line), line);
    const suffix = name.slice(family.name.length);
    if (family.typeLine !== null && !this.#suffixes(family).includes(suffix) && !isTotalOf(family, suffix))
      this.#faults.add("wrong-suffix", `the type ${family.type} has no sample called ${shown(name)}`, line, 1);
    family.samples.push({ name, suffix, ...rest, line });
  }

  #suffixes(family: Growing): readonly string[] {
    return suffixesOf(family.type, this.#format);
  }

  #ownerOf(name: string): Growing | undefined {
    const current = this.#current;
    if (current !== null && this.#suffixes(current).some((suffix) => current.name + suffix === name)) return current;
    return this.#byName.get(name) ?? this.#owners.get(name);
  }

  #begin(name: string, line: number): Growing {
    const family: Growing = { name, type: "untyped", typeLine: null, help: null, unit: null, line, samples: [] };
    this.#byName.set(name, family);
    return family;
  }

  /** A family that others have followed is not gone back to. */
  #enter(family: Growing, line: number): Growing {
    if (family !== this.#current && family.line !== line)
      this.#faults.add("interleaved-family", `the lines of ${shown(family.name)} do not stand together`, line, 1);
    this.#current = family;
    return family;
  }

  #declare(family: Growing, type: ExpositionType, line: number): void {
    family.type = type;
    family.typeLine = line;
    for (const suffix of this.#suffixes(family)) this.#owners.set(family.name + suffix, family);
    for (const [index, sample] of family.samples.entries())
      family.samples[index] = { ...sample, suffix: sample.name.slice(family.name.length) };
  }

  /** Samples that came before the TYPE which says whose they are. */
  #adopt(family: Growing, type: ExpositionType): boolean {
    if (family.typeLine !== null) return false;
    const early = suffixesOf(type, this.#format)
      .filter((suffix) => suffix !== "")
      .flatMap((suffix) => this.#byName.get(family.name + suffix) ?? [])
      .filter((one) => one.typeLine === null && one.help === null && one.samples.length > 0);
    for (const one of early) {
      family.samples.push(...one.samples);
      this.#byName.delete(one.name);
    }
    return early.length > 0;
  }
}

/** A counter without `_total` in OpenMetrics has a code of its own. */
function isTotalOf({ type, name }: Growing, suffix: string): boolean {
  return type === "counter" && suffix === "" && name !== "";
}
