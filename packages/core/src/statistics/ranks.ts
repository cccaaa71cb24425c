/** Ranks from 1 on, equal values share the mean of theirs; and the sum of t³ - t over the sets of equal ones. */
export function ranksOf(values: readonly number[]): { readonly ranks: Float64Array; readonly ties: number } {
  const order = values.map((_, index) => index).toSorted((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = new Float64Array(values.length);
  let ties = 0;
  for (let from = 0; from < order.length;) {
    const value = values[order[from] ?? 0];
    let to = from + 1;
    while (to < order.length && values[order[to] ?? 0] === value) to += 1;
    for (const index of order.slice(from, to)) ranks[index] = (from + to + 1) / 2;
    ties += (to - from) ** 3 - (to - from);
    from = to;
  }
  return { ranks, ties };
}
