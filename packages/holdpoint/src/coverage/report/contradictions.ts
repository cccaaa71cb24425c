import { metricCount } from "@holdpoint/collectors";
import type { Count, CoverageFormat, CoverageMetric } from "@holdpoint/core";
import { COVERAGE_METRICS } from "@holdpoint/core";
import type { ByFile } from "./combine.ts";
import type { Finding } from "./finding.ts";
import type { Keyed } from "./keys.ts";

/** These do not tell which instrumenter counted, so they cannot show that it was another one. */
const TELLS_NOTHING: ReadonlySet<string> = new Set(["unknown", "istanbul-reports"]);
const NAMES_SHOWN = 3;

/**
 * Finds formats that tell the same source files differently, in any metric that both measure. From one instrumenter
 * that is a contradiction; two instrumenters count the same run differently, which is only worth a warning.
 */
export function findContradictions(
  keyed: readonly Keyed[],
  formats: ReadonlyMap<CoverageFormat, ByFile>,
): readonly Finding[] {
  const findings: Finding[] = [];
  const all = [...formats.keys()].sort();
  for (const [index, first] of all.entries()) {
    for (const second of all.slice(index + 1)) findings.push(...compare(keyed, formats, first, second));
  }
  return findings;
}

function compare(
  keyed: readonly Keyed[],
  formats: ReadonlyMap<CoverageFormat, ByFile>,
  first: CoverageFormat,
  second: CoverageFormat,
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const metric of COVERAGE_METRICS) {
    const differing = differences(formats.get(first) ?? new Map(), formats.get(second) ?? new Map(), metric);
    const [example] = differing;
    if (example === undefined) continue;
    const paths = new Set(differing.map(({ path }) => path));
    const [a, b] = [sideOf(keyed, first, paths), sideOf(keyed, second, paths)];
    const areComparable = isSameInstrumenter(a.instrumenters, b.instrumenters);
    const files = differing.length === 1 ? "a file" : `${differing.length} files`;
    const seen = `${a.names} and ${b.names} differ in the ${metric} of ${files}, such as ${example.path}`;
    const numbers = `${shown(example.first)} against ${shown(example.second)}`;
    const why = areComparable ? "" : ` (counted by ${a.instrumenters.join("+")} and ${b.instrumenters.join("+")})`;
    findings.push({
      code: areComparable ? "HP-COVERAGE-CONTRADICTION" : "HP-COVERAGE-NOT-COMPARABLE",
      severity: areComparable ? "error" : "warning",
      file: a.first,
      position: null,
      text: `${seen}: ${numbers}${why}`,
    });
  }
  return findings;
}

/** The reports of a format that list any of the paths. */
function sideOf(
  keyed: readonly Keyed[],
  format: CoverageFormat,
  paths: ReadonlySet<string>,
): { readonly names: string; readonly first: string | null; readonly instrumenters: readonly string[] } {
  const inputs = keyed
    .filter(({ input, keys }) => input.format === format && [...keys.values()].some((path) => paths.has(path)))
    .map(({ input }) => input);
  const names = inputs.map(({ name }) => name).sort();
  const more = names.length > NAMES_SHOWN ? ` and ${names.length - NAMES_SHOWN} more` : "";
  return {
    names: `${names.slice(0, NAMES_SHOWN).join(", ")}${more}`,
    first: names[0] ?? null,
    instrumenters: [...new Set(inputs.map(({ read }) => read.instrumenter))].sort(),
  };
}

function isSameInstrumenter(a: readonly string[], b: readonly string[]): boolean {
  if ([...a, ...b].some((name) => TELLS_NOTHING.has(name))) return true;
  return a.length === b.length && a.every((name, index) => name === b[index]);
}

interface Difference {
  readonly path: string;
  readonly first: Count;
  readonly second: Count;
}

function differences(a: ByFile, b: ByFile, metric: CoverageMetric): readonly Difference[] {
  const found: Difference[] = [];
  for (const [path, counts] of a) {
    const others = b.get(path);
    if (others === undefined) continue;
    const [first, second] = [metricCount(counts, metric), metricCount(others, metric)];
    if (first === null || second === null) continue;
    if (first.covered !== second.covered || first.total !== second.total) found.push({ path, first, second });
  }
  return found.sort((one, other) => (one.path < other.path ? -1 : 1));
}

function shown({ covered, total }: Count): string {
  return `${covered} of ${total}`;
}
