/** A look at how much memory was in use. */
export interface MemorySample {
  readonly atMs: number;
  readonly residentBytes: number;
}

export interface MemoryTrend {
  /** Mean of the last fifth over mean of the second: 1 is flat. The first fifth is start-up and is left out. */
  readonly growth: number;
  /** Least squares over all but the first fifth. */
  readonly mebibytesPerMinute: number;
  readonly residentMebibytes: { readonly least: number; readonly most: number; readonly last: number };
}

const FIFTHS = 5;
const MEBIBYTE = 2 ** 20;
const MINUTE_MS = 60_000;

/** Throws on fewer than ten samples, which would show nothing. */
export function memoryTrend(samples: readonly MemorySample[]): MemoryTrend {
  const fifth = Math.floor(samples.length / FIFTHS);
  if (fifth < 2) throw new Error(`${samples.length} samples of memory show no trend`);
  const steady = samples.slice(fifth);
  const sizes = steady.map(({ residentBytes }) => residentBytes);
  return {
    growth: mean(sizes.slice(-fifth)) / mean(sizes.slice(0, fifth)),
    mebibytesPerMinute: (slope(steady) * MINUTE_MS) / MEBIBYTE,
    residentMebibytes: {
      least: Math.min(...sizes) / MEBIBYTE,
      most: Math.max(...sizes) / MEBIBYTE,
      last: (sizes.at(-1) ?? Number.NaN) / MEBIBYTE,
    },
  };
}

/** Bytes per millisecond. */
function slope(samples: readonly MemorySample[]): number {
  const middleMs = mean(samples.map(({ atMs }) => atMs));
  const middleBytes = mean(samples.map(({ residentBytes }) => residentBytes));
  let above = 0;
  let below = 0;
  for (const { atMs, residentBytes } of samples) {
    above += (atMs - middleMs) * (residentBytes - middleBytes);
    below += (atMs - middleMs) ** 2;
  }
  return above / below;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
