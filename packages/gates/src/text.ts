/** `1 test`, `2 tests`; give the plural where it is not the singular and an s. */
export function count(number: number, noun: string, plural: string = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}

/** The first few names, then how many there are besides: `a, b (3 times), c and 4 more`. */
export function listed(names: readonly string[], shownMax = 3): string {
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  const told = [...times].map(([name, number]) => (number === 1 ? name : `${name} (${number} times)`));
  const shown = told.slice(0, shownMax);
  const rest = told.length - shown.length;
  return rest > 0 ? `${shown.join(", ")} and ${rest} more` : shown.join(", ");
}

/** Orders by UTF-16 code units, the same on every machine whatever its language. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
