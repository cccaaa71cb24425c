import { HoldpointError } from "@holdpoint/core";
import { RateLimiter } from "@holdpoint/kit";
import type { TokenStore } from "../auth/token-store.ts";
import type { Principal } from "../contract/principal.ts";
import type { SettingsView } from "../contract/settings.ts";
import { RetryAfterError } from "../errors/retry-after.ts";
import type { Route } from "./route.ts";

/** Who asks, when they may ask this and not too often. */
export type Admit = (route: Route, authorization: string | undefined) => Principal | null;

/**
 * The check before a body is read. Null for a route that needs no token.
 *
 * @throws HoldpointError `HP-GATEWAY-UNAUTHENTICATED`, `-FORBIDDEN`, `-RATE-LIMITED`
 */
export function requestAdmission(
  tokens: Pick<TokenStore, "authenticate">,
  settings: SettingsView,
  nowMs: () => number,
): Admit {
  let generation = settings.generation;
  const limiter = new RateLimiter(limitOf(settings));
  return ({ roles }, authorization) => {
    if (roles === null) return null;
    const principal = tokens.authenticate(authorization);
    if (principal === null) {
      const detail = authorization === undefined ? "the header Authorization is missing" : "the token is not known";
      throw new HoldpointError("HP-GATEWAY-UNAUTHENTICATED", detail);
    }
    const now = nowMs();
    if (settings.generation !== generation) {
      generation = settings.generation;
      limiter.configure(limitOf(settings), now);
    }
    const taken = limiter.take(principal.actor, now);
    if (!taken.ok)
      throw new RetryAfterError("HP-GATEWAY-RATE-LIMITED", "the actor's limit is used up", taken.retryAfterMs);
    if (!roles.some((role) => principal.roles.has(role))) {
      throw new HoldpointError("HP-GATEWAY-FORBIDDEN", `it takes one of the roles ${roles.join(", ")}`);
    }
    return principal;
  };
}

function limitOf({ current: { limits } }: SettingsView): { tokens: number; burst: number } {
  return { tokens: limits.requests_per_second_per_actor, burst: limits.burst_per_actor };
}
