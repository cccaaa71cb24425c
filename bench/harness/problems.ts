import type { Row } from "./row.ts";

/** Why a result does not count: no rows, a name twice, a figure that was not measured or cannot be one. */
export function problemsOf(rows: readonly Row[]): string[] {
  if (rows.length === 0) return ["there are no rows"];
  const names = rows.map(({ name }) => name);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  return [...twice.map((name) => `'${name}' is there twice`), ...rows.flatMap(rowProblems)];
}

function rowProblems({ name, value, low, high, ratios, info }: Row): string[] {
  if (value === null) return [`'${name}' was not measured: ${JSON.stringify(info ?? "its peer is absent")}`];
  const problems: string[] = [];
  if (![value, low, high].every((figure) => figure !== null && Number.isFinite(figure))) {
    problems.push(`'${name}' is not a number: ${low} ≤ ${value} ≤ ${high}`);
  } else if (low !== null && high !== null && (low > value || value > high)) {
    problems.push(`'${name}' lies outside its own rounds: ${low} ≤ ${value} ≤ ${high}`);
  }
  for (const [peer, ratio] of Object.entries(ratios)) {
    if (!(Number.isFinite(ratio) && ratio > 0)) problems.push(`'${name}' against ${peer} is ${ratio}`);
  }
  return problems;
}
