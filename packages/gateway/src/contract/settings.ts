/**
 * What can be changed while the gateway runs (`GET|PATCH /v1/config`). Leaves are whole numbers or booleans; each has
 * bounds. Names are those of the wire.
 */
export interface Settings {
  readonly freeze: { readonly active: boolean };
  readonly executor: {
    readonly concurrency: number;
    readonly per_adapter_concurrency: number;
    readonly timeout_ms: number;
    readonly result_size_bytes: number;
  };
  readonly retry: {
    readonly base_ms: number;
    readonly cap_ms: number;
    readonly connection_bootstrap: number;
    readonly timeout: number;
    readonly execution_error: number;
    readonly backpressure: number;
    readonly unknown: number;
  };
  readonly breaker: {
    readonly window_calls: number;
    readonly minimum_calls: number;
    readonly failure_rate_percent: number;
    readonly slow_call_ms: number;
    readonly slow_call_rate_percent: number;
    readonly open_ms: number;
    readonly probe_timeout_ms: number;
  };
  readonly limits: {
    /** Actions that are accepted and have not ended. */
    readonly live_actions: number;
    readonly requests_per_second_per_actor: number;
    readonly burst_per_actor: number;
  };
  readonly http: { readonly wait_ms: number; readonly wait_ms_max: number };
}

export type SettingPath =
  | "freeze.active"
  | `executor.${keyof Settings["executor"]}`
  | `retry.${keyof Settings["retry"]}`
  | `breaker.${keyof Settings["breaker"]}`
  | `limits.${keyof Settings["limits"]}`
  | `http.${keyof Settings["http"]}`;

export interface SettingSpec {
  readonly default: number | boolean;
  readonly min: number;
  readonly max: number;
  readonly unit: string;
  readonly title: string;
}

/** Effective settings; read through `current` each time, so that a change counts at once. */
export interface SettingsView {
  readonly current: Settings;
  /** One more for each change that was made. */
  readonly generation: number;
}
