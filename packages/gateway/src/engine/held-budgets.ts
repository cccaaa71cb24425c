import type { Action } from "../contract/action.ts";
import type { BudgetRow } from "../contract/guardian.ts";

/**
 * How the budgets stand at a start: what was committed is what the store says; what is reserved is what the actions
 * that have not ended hold, because a row may have counted an action that never became durable.
 */
export function heldBudgets(rows: readonly BudgetRow[], open: readonly Action[]): readonly BudgetRow[] {
  const standing = new Map<string, { row: BudgetRow; reserved: number }>();
  const nameOf = (one: Pick<BudgetRow, "budget" | "key" | "windowStartMs">): string =>
    JSON.stringify([one.budget, one.key, one.windowStartMs]);
  for (const row of rows) standing.set(nameOf(row), { row, reserved: 0 });
  for (const { budget, key, windowStartMs, amount } of open.flatMap((action) => action.reservations)) {
    const name = nameOf({ budget, key, windowStartMs });
    const known = standing.get(name) ?? { row: { budget, key, windowStartMs, reserved: 0, committed: 0 }, reserved: 0 };
    standing.set(name, { row: known.row, reserved: known.reserved + amount });
  }
  return [...standing.values()].map(({ row, reserved }) => ({ ...row, reserved }));
}
