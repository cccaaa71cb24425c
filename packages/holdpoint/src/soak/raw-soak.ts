import type { Aggregate, KpiSelector } from "@holdpoint/core";
import type { RawLoad } from "../load/raw-load.ts";

/** `soak.yaml` as it was written, after its JSON Schema has accepted it. */
export interface RawSoak {
  readonly version: 1;
  readonly id: string;
  readonly synthetic?: boolean;
  readonly target: RawTarget;
  /** Steady ones. */
  readonly iterations?: number;
  readonly phases?: { readonly warmUp?: number; readonly rampDown?: number };
  readonly settle?: string;
  readonly kpis: readonly RawKpi[];
  readonly parameters?: readonly RawParameter[];
  readonly rules?: readonly RawRule[];
  readonly guards?: RawGuards;
  readonly applier?: RawApplier;
}

export interface RawTarget {
  readonly run?: readonly string[];
  readonly timeout?: string;
  readonly load?: Omit<RawLoad, "url"> & { readonly url?: string };
  readonly metrics?: string;
}

export interface RawSelect {
  readonly summary?: string;
  readonly share?: { readonly of: readonly string[]; readonly rest: readonly string[] };
  readonly load?: string;
  readonly prometheus?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly as?: Extract<KpiSelector, { from: "prometheus" }>["as"];
}

export interface RawKpi {
  readonly id: string;
  readonly select: RawSelect;
  readonly aggregate?: Aggregate;
  readonly window?: number;
  readonly minSamples?: number;
  readonly strict: string;
  readonly soft?: string;
  readonly unit?: string;
}

interface RawParameter {
  readonly path: string;
  readonly type?: "integer" | "number" | "boolean";
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly subsystem: string;
  readonly cooldown?: number;
}

interface RawRule {
  readonly id: string;
  readonly kpi: string;
  readonly when: string;
  readonly parameter: string;
  readonly delta: number;
  readonly expect: "rise" | "fall";
  readonly priority?: number;
}

export interface RawGuards {
  readonly debounce?: { readonly open?: string; readonly close?: string };
  readonly oscillation?: { readonly window?: number; readonly signChanges?: number };
  readonly velocity?: Readonly<Record<string, number>>;
  readonly latency?: { readonly kpi: string; readonly soft: number; readonly hard: number };
  readonly freeze?: {
    readonly freezable?: readonly string[];
    readonly never?: readonly string[];
    readonly min?: string;
  };
  readonly steady?: { readonly good: number; readonly frozen: number };
}

export interface RawApplier {
  readonly file?: string;
  readonly reload?: readonly string[];
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly read?: readonly string[];
  readonly write?: readonly string[];
  readonly alongside?: readonly string[];
}
