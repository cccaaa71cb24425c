import type { DecisionRequest } from "../contract/guardian.ts";
import type { Principal, Role } from "../contract/principal.ts";
import type { Risk } from "../contract/risk.ts";
import type { Facts } from "./expression.ts";

const rolesOf = new WeakMap<ReadonlySet<Role>, readonly Role[]>();

/** What the expressions of a policy see of a request. */
export function factsOf(request: DecisionRequest, risk: Risk): Facts {
  return {
    actor: request.principal.actor,
    roles: listed(request.principal),
    adapter: request.adapter,
    operation: request.operationName,
    args: request.arguments,
    risk,
    session: request.sessionId,
    dry_run: request.dryRun,
    generation: BigInt(request.generation),
  };
}

/** A token's roles are one set as long as it lives. */
function listed({ roles }: Principal): readonly Role[] {
  let list = rolesOf.get(roles);
  if (list === undefined || list.length !== roles.size) {
    list = [...roles];
    rolesOf.set(roles, list);
  }
  return list;
}
