import type { Role } from "../contract/principal.ts";
import { ROLES } from "../contract/principal.ts";
import type { TokenStore } from "./token-store.ts";

/**
 * One token for each role, held by an actor of the role's name, when the folder has no tokens yet; null when it has:
 * those that were printed then stay valid.
 */
export function makeTrialTokens(store: TokenStore): Readonly<Record<Role, string>> | null {
  if (store.list().length > 0) return null;
  const made = store.addAll(ROLES.map((role) => ({ actor: role, roles: [role] })));
  return Object.fromEntries(made.map(({ record, token }) => [record.actor, token])) as Record<Role, string>;
}
