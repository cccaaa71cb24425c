/** From figures to places on an axis. */
export interface Scale {
  readonly kind: "linear" | "log";
  /** 0 at the lower end, 1 at the upper one. */
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
}

const TICKS_WANTED = 5;
const STEPS = [1, 2, 2.5, 5, 10] as const;
const LOG_STEPS = [1, 2, 5] as const;
const LOG_TICKS_MAX = 7;

/** From 0 to a round number that is not below the largest. */
export function linearScale(largest: number): Scale {
  const raw = (largest > 0 ? largest : 1) / TICKS_WANTED;
  const decade = 10 ** Math.floor(Math.log10(raw));
  const step = (STEPS.find((one) => one * decade >= raw) ?? 10) * decade;
  const count = Math.max(1, Math.ceil(largest / step - 1e-9));
  const top = step * count;
  const ticks = Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
  return { kind: "linear", at: (value) => clamp(value / top), ticks };
}

/** Between round numbers around what is shown; what is not above 0 lies at the lower end. */
export function logScale(smallest: number, largest: number): Scale {
  const low = roundDown(Math.max(smallest, 1e-6));
  const high = Math.max(roundUp(largest), low * 10);
  const span = Math.log10(high / low);
  const all = logTicks(low, high, LOG_STEPS);
  const ticks = all.length <= LOG_TICKS_MAX ? all : logTicks(low, high, [1]);
  return { kind: "log", at: (value) => (value <= low ? 0 : clamp(Math.log10(value / low) / span)), ticks };
}

/** Logarithmic where a linear axis would press most of what is shown to the ground. */
export function scaleOf(values: readonly number[], ratio: number = 30): Scale {
  const above = values.filter((value) => value > 0);
  const [least, most] = [Math.min(...above), Math.max(...above)];
  return above.length > 0 && most / least > ratio ? logScale(least, most) : linearScale(above.length === 0 ? 1 : most);
}

function logTicks(low: number, high: number, steps: readonly number[]): number[] {
  const ticks: number[] = [];
  for (let decade = 10 ** Math.floor(Math.log10(low)); decade <= high * 1.001; decade *= 10) {
    for (const step of steps) {
      const tick = Number((decade * step).toPrecision(6));
      if (tick >= low * 0.999 && tick <= high * 1.001) ticks.push(tick);
    }
  }
  return ticks;
}

function roundDown(value: number): number {
  const decade = 10 ** Math.floor(Math.log10(value));
  return decade * (LOG_STEPS.findLast((step) => step * decade <= value * 1.0001) ?? 1);
}

function roundUp(value: number): number {
  const decade = 10 ** Math.floor(Math.log10(value));
  return decade * (LOG_STEPS.find((step) => step * decade >= value * 0.9999) ?? 10);
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}
