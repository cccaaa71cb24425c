import type { Json } from "@holdpoint/core";

/** `load.yaml` as it was written, after its JSON Schema accepted it; `load[].plan` of holdpoint.yaml is the same. */
export interface RawLoad {
  readonly url: string;
  readonly protocol?: "http1" | "http2" | "websocket";
  readonly connections?: number;
  readonly poolFull?: "queue" | "open-more" | "drop";
  readonly connectionsMax?: number;
  readonly queueMax?: number;
  readonly pacing?: "economical" | "precise";
  readonly workers?: number;
  readonly timeout?: string;
  readonly warmUp?: string;
  readonly seed?: number;
  readonly phases: readonly RawPhase[];
  readonly requests?: readonly RawRequest[];
  readonly flows?: readonly RawFlow[];
  readonly data?: readonly RawData[];
  readonly objectives?: readonly string[];
  readonly abort?: { readonly objectives?: readonly string[]; readonly window: string; readonly hold: string };
  readonly validity?: { readonly lagP99?: string; readonly achieved?: number };
  readonly tls?: { readonly verify?: boolean; readonly serverName?: string; readonly ca?: string };
}

export interface RawPhase {
  readonly name: string;
  readonly duration?: string;
  readonly rate?: number;
  readonly arrival?: "constant" | "poisson";
  readonly from?: number;
  readonly to?: number;
  readonly rates?: readonly number[];
  readonly step?: string;
  readonly schedule?: string;
  readonly users?: number;
}

export interface RawFlow {
  readonly name: string;
  readonly weight?: number;
  readonly steps: readonly RawRequest[];
}

export interface RawRequest {
  readonly endpoint?: string;
  readonly weight?: number;
  readonly tags?: readonly string[];
  readonly method?: string;
  readonly path?: string;
  /** A list is a line each. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string;
  readonly json?: Json;
  readonly extract?: Readonly<Record<string, { header?: string; json?: string; body?: string }>>;
  readonly checks?: RawChecks;
  readonly correlate?: string;
}

export interface RawChecks {
  readonly status?: readonly (number | string)[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly json?: Readonly<Record<string, string | number | boolean | null>>;
  readonly size?: { readonly min?: number; readonly max?: number };
}

export interface RawData {
  readonly name: string;
  readonly file: string;
  readonly pick?: "sequential" | "random";
}
