import type { LoadConfig, LoadMade, LoadPlan } from "@holdpoint/core";
import { durationMs } from "@holdpoint/core";
import type { LoadGround } from "../load/ground.ts";
import { normalLoad } from "../load/normal-load.ts";
import { normalObjectives } from "../load/normal-objectives.ts";
import { planTrouble } from "../load/plan-trouble.ts";
import type { RawLoadConfig } from "./raw-config.ts";
import type { Trouble } from "./trouble.ts";

const READY_DEFAULT_MS = 30_000;
/** Stands in the plan of a load on a gateway of our own until that has one. */
export const OWN_GATEWAY_URL = "http://127.0.0.1";

/** What files leave open. */
const ONLY_WITH_FILES = ["objectives", "url", "model", "rate"] as const;
const ONLY_WITH_PLAN = ["start", "ready", "readyTimeout", "metrics", "wanted", "resources"] as const;

/** The part about loads with every default filled in, or what is wrong in it. */
export function normalLoads(raw: readonly RawLoadConfig[], ground: LoadGround): LoadConfig[] | Trouble[] {
  const troubles: Trouble[] = [];
  const loads = raw.flatMap((one, index): LoadConfig[] => {
    const path = ["load", String(index)];
    troubles.push(...wrongTogether(one, path));
    if (one.plan === undefined) {
      const objectives = normalObjectives(one.objectives, path, troubles);
      return [{ id: one.id, from: { kind: "files", files: one.files ?? [], objectives, made: madeOf(one) } }];
    }
    const plan = normalLoad({ ...one.plan, url: one.plan.url ?? OWN_GATEWAY_URL }, ground, [...path, "plan"]);
    if (Array.isArray(plan)) {
      troubles.push(...plan);
      return [];
    }
    return [runConfig(one, plan)];
  });
  return troubles.length > 0 ? troubles : loads;
}

function madeOf({ url, model, rate }: RawLoadConfig): LoadMade {
  return { url: url ?? null, model: model ?? null, ratePerS: rate ?? null };
}

function runConfig(raw: RawLoadConfig, plan: LoadPlan): LoadConfig {
  return {
    id: raw.id,
    from: {
      kind: "run",
      plan,
      start: raw.start ?? null,
      readyUrl: raw.ready ?? null,
      readyTimeoutMs: raw.readyTimeout === undefined ? READY_DEFAULT_MS : (durationMs(raw.readyTimeout) ?? 0),
      metricsPath: raw.metrics ?? null,
      metricsWanted: raw.wanted ?? [],
      resourcesEveryMs: raw.resources === undefined ? null : durationMs(raw.resources),
    },
  };
}

function wrongTogether(raw: RawLoadConfig, path: readonly string[]): Trouble[] {
  const wrong = (key: string, text: string): Trouble => planTrouble([...path, key], "key", text).trouble;
  if (raw.plan === undefined) {
    const alien = ONLY_WITH_PLAN.filter((key) => raw[key] !== undefined);
    return alien.map((key) => wrong(key, `"${key}" has no meaning without "plan"`));
  }
  if (raw.files !== undefined) return [wrong("files", '"plan" and "files" cannot both be said')];
  const inPlan = ONLY_WITH_FILES.filter((key) => raw[key] !== undefined);
  if (inPlan.length > 0) return inPlan.map((key) => wrong(key, `of a load that is made "plan" says it, not "${key}"`));
  const isGateway = raw.start === "gateway";
  if (isGateway && raw.plan.url !== undefined) return [wrong("plan", "a gateway that is started has a URL of its own")];
  if (isGateway && raw.ready !== undefined) return [wrong("ready", "a gateway says itself when it is ready")];
  if (!isGateway && raw.plan.url === undefined) return [wrong("plan", 'load plan needs the key "url"')];
  if (Array.isArray(raw.start) && raw.ready === undefined) {
    return [wrong("start", 'what is started needs the key "ready", or nobody knows when the load may begin')];
  }
  if (raw.resources !== undefined && raw.start === undefined) {
    return [wrong("resources", 'only of what "start" starts are the resources known')];
  }
  return [];
}
