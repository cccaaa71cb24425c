const BLOCKS = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"] as const;

/**
 * Values as a row of blocks from 0 to the largest. Where there are more values than columns, a block shows the largest
 * of its share, so that a peak is never lost; a gap is a point.
 *
 * @example
 * sparkline([0, 1, null, 8], 10); // "▁▁·█"
 */
export function sparkline(values: readonly (number | null)[], columns: number): string {
  const shown = resampled(values, Math.max(1, columns));
  const most = Math.max(0, ...shown.map((value) => value ?? 0));
  return shown
    .map((value) => {
      if (value === null) return "·";
      const at = most === 0 ? 0 : Math.ceil((value / most) * BLOCKS.length) - 1;
      return BLOCKS[Math.max(0, at)];
    })
    .join("");
}

function resampled(values: readonly (number | null)[], columns: number): readonly (number | null)[] {
  if (values.length <= columns) return values;
  return Array.from({ length: columns }, (_, column) => {
    const [from, to] = [column, column + 1].map((edge) => Math.floor((edge * values.length) / columns));
    const share = values.slice(from, to).filter((value) => value !== null);
    return share.length === 0 ? null : Math.max(...share);
  });
}
