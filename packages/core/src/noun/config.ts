import type { BaselineChoice } from "./baseline.ts";
import type { JsonObject } from "./json.ts";
import type { SectionId } from "./section.ts";

/** `holdpoint.yaml` after reading: durations in milliseconds, every default filled in. */
export interface Config {
  readonly version: 1;
  readonly service: string;
  readonly environment: string;
  readonly suites: readonly SuiteConfig[];
  readonly repository: RepositoryConfig;
  readonly coverage: CoverageConfig | null;
  readonly dependencies: DependenciesConfig | null;
  readonly drills: DrillsConfig | null;
  readonly profiles: Readonly<Record<string, ProfileConfig>>;
}

/** A set of tests. With `run` Holdpoint runs it; without, its reports are imported as they lie there. */
export interface SuiteConfig {
  readonly id: string;
  /** Program and arguments, no shell; null when reports are only imported. */
  readonly run: readonly string[] | null;
  readonly timeoutMs: number;
  /** Globs of the JUnit XML files that it writes. */
  readonly junit: readonly string[];
  /** Files other than `junit` that it writes and that must be fresh, e.g. `reports/lcov.info`. */
  readonly writes: readonly string[];
  /** False: it may run side by side with its neighbours that say the same. */
  readonly alone: boolean;
  /** False: not part of this verdict, which says so with `reason`. */
  readonly judged: boolean;
  readonly reason: string | null;
}

export interface RepositoryConfig {
  /** Manifests whose version must agree: package.json, pyproject.toml, Cargo.toml, pom.xml, *.csproj, VERSION … */
  readonly versionFiles: readonly string[];
  readonly changelog: string | null;
}

export interface CoverageConfig {
  readonly reports: readonly {
    readonly id: string;
    readonly format: "lcov" | "istanbul";
    readonly files: readonly string[];
  }[];
  /** Globs of tracked files that count as source. */
  readonly source: readonly string[];
  readonly exclude: readonly string[];
}

export interface DependenciesConfig {
  readonly manager: "npm";
  /** Folder of the lockfile, relative to the root. */
  readonly folder: string;
}

/** What drills start to do something to. */
export interface DrillsConfig {
  /** Null: there is no gateway to drill, so the evidence about it is missing. */
  readonly gateway: GatewayDrillConfig | null;
}

export interface GatewayDrillConfig {
  /**
   * Program and arguments, no shell, that start a gateway; `--json`, `--port`, `--data` and `--gateway` are appended.
   */
  readonly command: readonly string[];
}

export interface ProfileConfig {
  readonly gates: readonly ProfileGate[];
  readonly requireGates: readonly string[];
  readonly requireSections: readonly SectionId[];
  readonly maxAgeMs: Readonly<Record<string, number>>;
  readonly baseline: BaselineChoice;
  readonly firstRelease: "allow" | "refuse";
}

export interface ProfileGate {
  readonly id: string;
  readonly blocking: boolean;
  /** Parameters by check id. */
  readonly checks: Readonly<Record<string, JsonObject>>;
}
