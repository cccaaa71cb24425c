import type { LicenceExpression } from "./expression.ts";

/**
 * The licences of an expression that stand in the way; empty when it is allowed. Of a choice one allowed branch is
 * enough. Names are compared without regard to case. An exception only adds permissions, so `GPL-2.0-only WITH X` is
 * allowed by its own name and by that of its licence; `X+` likewise by `X+` and `X`.
 */
export function refusedLicences(expression: LicenceExpression, allowed: readonly string[]): string[] {
  const names = new Set(allowed.map((name) => name.toLowerCase()));
  return refused(expression, (name) => names.has(name.toLowerCase()));
}

function refused(expression: LicenceExpression, isAllowed: (name: string) => boolean): string[] {
  if (expression.kind === "licence") {
    const name = licenceName(expression);
    return isAllowed(name) || isAllowed(expression.id) ? [] : [name];
  }
  const branches = expression.parts.map((part) => refused(part, isAllowed));
  if (expression.kind === "or" && branches.some((names) => names.length === 0)) return [];
  return [...new Set(branches.flat())];
}

function licenceName({ id, orLater, exception }: LicenceExpression & { readonly kind: "licence" }): string {
  return `${id}${orLater ? "+" : ""}${exception === null ? "" : ` WITH ${exception}`}`;
}
