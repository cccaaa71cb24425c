import type { HoldpointError } from "@holdpoint/core";
import { RateLimiter } from "@holdpoint/kit";
import type { SettingsView } from "../contract/settings.ts";
import { RetryAfterError } from "../errors/retry-after.ts";

/** Counts one request of an actor; the refusal (`HP-GATEWAY-RATE-LIMITED`) when it asks too often, else null. */
export type ActorLimit = (actor: string) => HoldpointError | null;

/** One limit for all that an actor asks, by whichever way; it follows `limits.*_per_actor` at once. */
export function actorLimit(settings: SettingsView, nowMs: () => number): ActorLimit {
  let generation = settings.generation;
  const limiter = new RateLimiter(limitOf(settings));
  return (actor) => {
    const now = nowMs();
    if (settings.generation !== generation) {
      generation = settings.generation;
      limiter.configure(limitOf(settings), now);
    }
    const taken = limiter.take(actor, now);
    if (taken.ok) return null;
    return new RetryAfterError("HP-GATEWAY-RATE-LIMITED", "the actor's limit is used up", taken.retryAfterMs);
  };
}

function limitOf({ current: { limits } }: SettingsView): { tokens: number; burst: number } {
  return { tokens: limits.requests_per_second_per_actor, burst: limits.burst_per_actor };
}
