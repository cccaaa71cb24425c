import type {
  AlertEvent,
  BaselineChoice,
  CoverageFloors,
  CoverageFormat,
  JsonObject,
  SectionId,
} from "@holdpoint/core";
import type { RawLoad } from "../load/raw-load.ts";

/** `holdpoint.yaml` as it was written, after its JSON Schema has accepted it. */
export interface RawConfig {
  readonly version: 1;
  readonly service: string;
  readonly environment?: string;
  readonly suites?: readonly RawSuite[];
  readonly repository?: { readonly versionFiles?: readonly string[]; readonly changelog?: string };
  readonly coverage?: RawCoverage;
  readonly dependencies?: { readonly manager: "npm"; readonly folder?: string };
  readonly drills?: { readonly gateway?: { readonly command: readonly string[] } };
  readonly load?: readonly RawLoadConfig[];
  readonly metrics?: readonly {
    readonly id: string;
    readonly files: readonly string[];
    readonly wanted?: readonly string[];
  }[];
  readonly soak?: readonly { readonly id: string; readonly folder?: string }[];
  readonly alerts?: RawAlerts;
  readonly profiles: Readonly<Record<string, RawProfile>>;
}

export interface RawLoadConfig {
  readonly id: string;
  readonly files?: readonly string[];
  readonly objectives?: readonly string[];
  readonly url?: string;
  readonly model?: "open" | "closed";
  readonly rate?: number;
  readonly plan?: Omit<RawLoad, "url"> & { readonly url?: string };
  readonly start?: "gateway" | readonly string[];
  readonly ready?: string;
  readonly readyTimeout?: string;
  readonly metrics?: string;
  readonly wanted?: readonly string[];
  readonly resources?: string;
}

export interface RawAlerts {
  readonly webhooks?: readonly {
    readonly id: string;
    readonly url: string;
    readonly format?: "slack" | "cloudevents";
    readonly on?: readonly AlertEvent[];
  }[];
  readonly mailFile?: string;
  readonly mailFrom?: string;
  readonly mailTo?: readonly string[];
}

export interface RawCoverage {
  readonly reports: readonly {
    readonly id: string;
    readonly format?: CoverageFormat | "auto";
    readonly files: readonly string[];
    readonly shard?: string;
    readonly context?: string;
  }[];
  readonly source: readonly string[];
  readonly exclude?: readonly string[];
  readonly components?: readonly RawComponent[];
  readonly contexts?: readonly RawContext[];
  readonly tests?: readonly string[];
  readonly register?: string;
}

export interface RawComponent extends CoverageFloors {
  readonly id: string;
  readonly paths: readonly string[];
  readonly maxUncovered?: CoverageFloors;
  readonly shards?: readonly string[];
  readonly tags?: readonly string[];
  readonly critical?: boolean;
  readonly advisoryUntil?: string;
}

export interface RawContext {
  readonly id: string;
  readonly match?: readonly string[];
  readonly paths: readonly string[];
  readonly lines: number;
  readonly advisoryUntil?: string;
}

export interface RawSuite {
  readonly id: string;
  readonly run?: readonly string[];
  readonly timeout?: string;
  readonly results: readonly string[];
  readonly writes?: readonly string[];
  readonly alone?: boolean;
  readonly judged?: boolean;
  readonly reason?: string;
  readonly shard?: string;
}

export interface RawProfile {
  readonly gates: Readonly<Record<string, RawGate | null>>;
  readonly requireGates?: readonly string[];
  readonly requireSections?: readonly SectionId[];
  readonly maxAge?: Readonly<Record<string, string>>;
  readonly baseline?: BaselineChoice;
  readonly firstRelease?: "allow" | "refuse";
}

export interface RawGate {
  readonly blocking?: boolean;
  readonly checks?: Readonly<Record<string, JsonObject>>;
}
