/**
 * The token of a role, as the gateway made it when it was first started.
 *
 * @throws Error when there is none: a call without one is refused whatever else is wrong, and would pass for a door
 * that is closed.
 */
export function tokenOf(tokens: Readonly<Record<string, string>>, role: string): string {
  const token = tokens[role];
  if (token === undefined || token === "") throw new Error(`the gateway made no token for the role "${role}"`);
  return token;
}
