import type { LoadPlan } from "../load/plan.ts";
import type { Objective } from "../slo/objective.ts";
import type { CoverageFormat, CoverageMetric } from "../evidence/coverage.ts";
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
  /** Absent where nothing is put under load. */
  readonly loads?: readonly LoadConfig[];
  /** Absent where no metrics page that others stored is judged. */
  readonly metrics?: readonly MetricsConfig[];
  /** Absent where no soak is judged. */
  readonly soaks?: readonly SoakConfig[];
  /** Absent where nobody is told: it judges nothing. */
  readonly alerts?: AlertsConfig;
  readonly profiles: Readonly<Record<string, ProfileConfig>>;
}

/** A set of tests. With `run` Holdpoint runs it; without, its reports are imported as they lie there. */
export interface SuiteConfig {
  readonly id: string;
  /** Program and arguments, no shell; null when reports are only imported. */
  readonly run: readonly string[] | null;
  readonly timeoutMs: number;
  /** Globs of the test results that it writes, in any format that is read. */
  readonly results: readonly string[];
  /** Files other than `results` that it writes and that must be fresh, e.g. `reports/lcov.info`. */
  readonly writes: readonly string[];
  /** False: it may run side by side with its neighbours that say the same. */
  readonly alone: boolean;
  /** False: not part of this verdict, which says so with `reason`. */
  readonly judged: boolean;
  readonly reason: string | null;
  /** Job of a CI matrix that runs it; null: it is run wherever the release is judged. */
  readonly shard: string | null;
}

export interface RepositoryConfig {
  /** Manifests whose version must agree: package.json, pyproject.toml, Cargo.toml, pom.xml, *.csproj, VERSION … */
  readonly versionFiles: readonly string[];
  readonly changelog: string | null;
}

export interface CoverageConfig {
  readonly reports: readonly CoverageReportConfig[];
  /** Globs of tracked files that count as source. */
  readonly source: readonly string[];
  readonly exclude: readonly string[];
  readonly components: readonly ComponentConfig[];
  readonly contexts: readonly ContextConfig[];
  /** Globs of tracked files that are tests, for the mapping of modules to tests; empty: the usual names. */
  readonly tests: readonly string[];
  /** Markdown file of the exceptions register; null: there is none. */
  readonly register: string | null;
}

export interface CoverageReportConfig {
  readonly id: string;
  /** `auto`: told by each file's content. */
  readonly format: CoverageFormat | "auto";
  readonly files: readonly string[];
  /** Job of a CI matrix that makes it. */
  readonly shard: string | null;
  /** Context that all of the report's tests belong to. */
  readonly context: string | null;
}

/** Percentages that have to be reached, by metric. */
export type CoverageFloors = Readonly<Partial<Record<CoverageMetric, number>>>;

/** A part of the project with floors of its own. A file may be in several, and the whole always counts all. */
export interface ComponentConfig {
  readonly id: string;
  readonly paths: readonly string[];
  readonly floors: CoverageFloors;
  /** How much may stay uncovered, by metric. */
  readonly maxUncovered: CoverageFloors;
  /** Shards without which nothing can be said of it. */
  readonly shards: readonly string[];
  /** `architecture`, `reliability`, `security`: shown beside its figures. */
  readonly tags: readonly string[];
  /** True: carried evidence is not good enough, and its band is listed apart. */
  readonly critical: boolean;
  /** `YYYY-MM-DD`: until then a missed floor warns and does not hold; null: it holds. */
  readonly advisoryUntil: string | null;
}

/** Tests that look at one quality, and what they have to cover. */
export interface ContextConfig {
  readonly id: string;
  /** Globs over the names of contexts in the reports; a report that names the context itself needs none. */
  readonly match: readonly string[];
  /** Globs of the files that its floors are about. */
  readonly paths: readonly string[];
  /** Of the lines measured there, how many percent tests of the context have to cover. */
  readonly lines: number;
  readonly advisoryUntil: string | null;
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

/** What people are told of as soon as it happens. */
export type AlertEvent = "digest" | "coverage-regression";

/** Whom digests and alarms are sent to; no verdict depends on any of it. */
export interface AlertsConfig {
  readonly webhooks: readonly WebhookConfig[];
  /** Mail (RFC 5322) that is written over at every event, relative to the root; null: none. */
  readonly mailFile: string | null;
  readonly mailFrom: string;
  readonly mailTo: readonly string[];
}

export interface WebhookConfig {
  readonly id: string;
  /** An address, or `${env:NAME}` where it is a secret. */
  readonly url: string;
  readonly format: "slack" | "cloudevents";
  readonly on: readonly AlertEvent[];
}

/** One load whose figures are judged. */
export interface LoadConfig {
  readonly id: string;
  readonly from: LoadRunConfig | LoadFilesConfig;
}

/** Results that another tool, or a run of ours before, left. */
export interface LoadFilesConfig {
  readonly kind: "files";
  readonly files: readonly string[];
  /** What each of the runs is held to, besides what it says itself. */
  readonly objectives: readonly Objective[];
  readonly made: LoadMade;
}

/** How a load is said to have been made, for what its files leave open; null: nobody says. */
export interface LoadMade {
  /** Base address of its target, without credentials. */
  readonly url: string | null;
  readonly model: "open" | "closed" | null;
  /** Arrivals a second that were asked for. */
  readonly ratePerS: number | null;
}

/** A load that the run makes itself, with the machine to itself. */
export interface LoadRunConfig {
  readonly kind: "run";
  readonly plan: LoadPlan;
  /**
   * `gateway`: one of our own, made for the load, that does nothing but its duty; the plan's URL is its. A command is
   * started, waited for until `ready` answers, and ended. Null: what the URL names runs already.
   */
  readonly start: "gateway" | readonly string[] | null;
  readonly readyUrl: string | null;
  readonly readyTimeoutMs: number;
  /** Path of its metrics, scraped before, meanwhile and after; null: not scraped. */
  readonly metricsPath: string | null;
  /** Families that its metrics must hold. */
  readonly metricsWanted: readonly string[];
  /** How often memory, descriptors and handles of what was started are looked at; null: not. */
  readonly resourcesEveryMs: number | null;
}

/** Stored runs of a soak; the newest counts. */
export interface SoakConfig {
  readonly id: string;
  /** Folder that `soak run` wrote, relative to the root. */
  readonly folder: string;
}

/** Metrics pages that others stored, in the order of their names. */
export interface MetricsConfig {
  readonly id: string;
  readonly files: readonly string[];
  /** Families that must be there. */
  readonly wanted: readonly string[];
}
