import { compileGlob } from "@holdpoint/core";
import type { Config, SuiteConfig } from "@holdpoint/core";

/** Names of the shards that the configuration speaks of, sorted; without each of them nothing is whole. */
export function declaredShards({ suites, coverage }: Config): readonly string[] {
  const names = [
    ...suites.filter((suite) => suite.judged).map((suite) => suite.shard),
    ...(coverage?.reports ?? []).map((report) => report.shard),
    ...(coverage?.components ?? []).flatMap((component) => component.shards),
  ];
  return [...new Set(names.filter((name) => name !== null))].sort();
}

export function suitesOf({ suites }: Config, shard: string): readonly SuiteConfig[] {
  return suites.filter((suite) => suite.judged && suite.shard === shard);
}

/** Globs of the files that a shard may leave: what its suites write, and its coverage reports. */
export function globsOf(config: Config, shard: string): readonly string[] {
  const own = suitesOf(config, shard).flatMap((suite) => [...suite.results, ...suite.writes]);
  const reports = (config.coverage?.reports ?? [])
    .filter((report) => report.shard === shard)
    .flatMap((report) => report.files);
  return [...new Set([...own, ...reports])];
}

/** Whether a shard may bring a file of that path: it must not be able to change anything else of the work tree. */
export function mayBring(config: Config, shard: string): (path: string) => boolean {
  const globs = globsOf(config, shard).map((glob) => compileGlob(glob));
  return (path) => globs.some((fits) => fits(path));
}
