import type { ApplierPlan, GuardPlan } from "@holdpoint/core";
import { durationMs } from "@holdpoint/core";
import type { RawApplier, RawGuards } from "./raw-soak.ts";

const OPEN_DEFAULT_MS = 2500;
const CLOSE_DEFAULT_MS = 4000;
const FREEZE_DEFAULT_MS = 3000;
const OSCILLATION_WINDOW = 6;
const SIGN_CHANGES = 2;

export function normalGuards(raw: RawGuards = {}): GuardPlan {
  const { debounce, oscillation, velocity, latency, freeze, steady } = raw;
  return {
    debounce: { openMs: pauseMs(debounce?.open, OPEN_DEFAULT_MS), closeMs: pauseMs(debounce?.close, CLOSE_DEFAULT_MS) },
    oscillation: {
      window: oscillation?.window ?? OSCILLATION_WINDOW,
      signChanges: oscillation?.signChanges ?? SIGN_CHANGES,
    },
    velocity: { perHour: velocity ?? {} },
    latency: latency === undefined ? null : { kpi: latency.kpi, softMs: latency.soft, hardMs: latency.hard },
    freeze: {
      freezable: freeze?.freezable ?? [],
      never: freeze?.never ?? [],
      minMs: pauseMs(freeze?.min, FREEZE_DEFAULT_MS),
    },
    steady: steady ?? null,
  };
}

/** Milliseconds of a duration that may be `0s`. */
export function pauseMs(text: string | undefined, standard: number): number {
  if (text === undefined) return standard;
  return text === "0s" ? 0 : (durationMs(text) ?? standard);
}

/** Header values still hold `${env.NAME}`: a plan is stored, a secret is not. */
export function normalApplier(raw: RawApplier | undefined): ApplierPlan | null {
  if (raw === undefined) return null;
  if (raw.file !== undefined) return { kind: "file", path: raw.file, reload: raw.reload ?? null };
  if (raw.url !== undefined) return { kind: "http", url: raw.url, headers: Object.entries(raw.headers ?? {}) };
  return { kind: "command", read: raw.read ?? [], write: raw.write ?? [] };
}
