import { HoldpointError } from "@holdpoint/core";
import type { ActorLimit } from "../auth/actor-limit.ts";
import type { TokenStore } from "../auth/token-store.ts";
import type { Principal } from "../contract/principal.ts";
import type { Route } from "./route.ts";

/** Who asks, when they may ask this and not too often. */
export type Admit = (route: Route, authorization: string | undefined) => Principal | null;

/**
 * The check before a body is read. Null for a route that needs no token.
 *
 * @throws HoldpointError `HP-GATEWAY-UNAUTHENTICATED`, `-FORBIDDEN`, `-RATE-LIMITED`
 */
export function requestAdmission(tokens: Pick<TokenStore, "authenticate">, limit: ActorLimit): Admit {
  return ({ roles }, authorization) => {
    if (roles === null) return null;
    const principal = tokens.authenticate(authorization);
    if (principal === null) {
      const detail = authorization === undefined ? "the header Authorization is missing" : "the token is not known";
      throw new HoldpointError("HP-GATEWAY-UNAUTHENTICATED", detail);
    }
    const over = limit(principal.actor);
    if (over !== null) throw over;
    if (!roles.some((role) => principal.roles.has(role))) {
      throw new HoldpointError("HP-GATEWAY-FORBIDDEN", `it takes one of the roles ${roles.join(", ")}`);
    }
    return principal;
  };
}
