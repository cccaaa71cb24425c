/**
 * Orders names as people number them: `scrape-2` before `scrape-10`. The same on every machine, whatever its language.
 *
 * @example
 * ["p-10", "p-2"].sort(byNumberedName); // ["p-2", "p-10"]
 */
export function byNumberedName(a: string, b: string): number {
  const [partsA, partsB] = [partsOf(a), partsOf(b)];
  for (const [index, part] of partsA.entries()) {
    const other = partsB[index];
    if (other === undefined) return 1;
    const order = byPart(part, other);
    if (order !== 0) return order;
  }
  return partsA.length < partsB.length ? -1 : byText(a, b);
}

function partsOf(name: string): readonly string[] {
  return name.match(/\d+|\D+/g) ?? [];
}

function byPart(a: string, b: string): number {
  if (!/^\d/.test(a) || !/^\d/.test(b)) return byText(a, b);
  const [digitsA, digitsB] = [a.replace(/^0+/, ""), b.replace(/^0+/, "")];
  return digitsA.length - digitsB.length || byText(digitsA, digitsB);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
