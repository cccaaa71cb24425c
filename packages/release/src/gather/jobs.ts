import type { Collector, Config, ConfigPart } from "@holdpoint/core";

/** One collector's work in a run, or a kind that nothing gathers. */
export interface GatherJob {
  readonly id: string;
  /** Null: nothing gathers the kind, and `missing` says why. */
  readonly collector: Collector | null;
  readonly config: unknown;
  /** What is wanted of it. */
  readonly kinds: readonly string[];
  readonly alone: boolean;
  readonly missing: string;
}

/**
 * Which collectors have to work for the given kinds: those that bring one of them and whose part of the configuration
 * is there. A kind that no collector brings is a job without one.
 */
export function gatherJobs(kinds: readonly string[], collectors: readonly Collector[], config: Config): GatherJob[] {
  const brought = (one: Collector): string[] => kinds.filter((kind) => bringsOf(one).includes(kind));
  const configured = collectors.filter((one) => brought(one).length > 0 && partOf(one, config) !== null);
  const unmet = kinds.filter((kind) => !configured.some((one) => brought(one).includes(kind)));
  const jobs: GatherJob[] = configured.map((collector) => ({
    id: collector.kind,
    collector,
    config: partOf(collector, config),
    kinds: brought(collector),
    alone: collector.alone ?? false,
    missing: "",
  }));
  for (const kind of unmet) {
    const missing = missingText(kind, collectors);
    jobs.push({ id: kind, collector: null, config: null, kinds: [kind], alone: false, missing });
  }
  const order = ({ kinds: [first = ""] }: GatherJob): number => kinds.indexOf(first);
  return jobs.sort((a, b) => order(a) - order(b));
}

/** Every kind that a collector brings. */
export function bringsOf({ kind, brings = [] }: Collector): readonly string[] {
  return [kind, ...brings];
}

function missingText(kind: string, collectors: readonly Collector[]): string {
  const parts = collectors.filter((one) => bringsOf(one).includes(kind)).map((one) => `\`${partName(one)}\``);
  if (parts.length === 0) return `no collector gathers "${kind}" evidence`;
  return `holdpoint.yaml has no ${[...new Set(parts)].join(" or ")} part, so there is nothing to gather`;
}

/** As it is called in holdpoint.yaml. */
function partName({ part }: Collector): string {
  return part === "loads" ? "load" : part === "soaks" ? "soak" : part;
}

/** The part of the configuration that a collector is given; null where there is none. */
function partOf({ part }: Collector, config: Config): unknown {
  const parts: Readonly<Record<ConfigPart, unknown>> = {
    suites: { suites: config.suites.filter((suite) => suite.judged) },
    repository: config.repository,
    coverage: config.coverage,
    dependencies: config.dependencies,
    "drills.gateway": config.drills?.gateway ?? null,
    loads: config.loads === undefined ? null : { loads: config.loads, gateway: config.drills?.gateway ?? null },
    metrics: config.metrics ?? null,
    soaks: config.soaks ?? null,
    none: {},
  };
  return parts[part];
}
