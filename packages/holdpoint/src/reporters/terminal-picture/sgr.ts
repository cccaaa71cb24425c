/** How characters look; a colour is an index of the palette (0–255), `#rrggbb`, or null for the default. */
export interface Pen {
  readonly color: Color;
  readonly ground: Color;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly inverse: boolean;
  readonly struck: boolean;
}

export type Color = number | string | null;

export const PLAIN: Pen = {
  color: null,
  ground: null,
  bold: false,
  dim: false,
  italic: false,
  underline: false,
  inverse: false,
  struck: false,
};

const SWITCHES: Readonly<Record<number, Partial<Pen>>> = {
  0: PLAIN,
  1: { bold: true },
  2: { dim: true },
  3: { italic: true },
  4: { underline: true },
  7: { inverse: true },
  9: { struck: true },
  22: { bold: false, dim: false },
  23: { italic: false },
  24: { underline: false },
  27: { inverse: false },
  29: { struck: false },
  39: { color: null },
  49: { ground: null },
};

/** Select Graphic Rendition (ECMA-48 8.3.117, colours of ISO 8613-6); unknown parameters change nothing. */
export function applySgr(pen: Pen, parameters: string): Pen {
  const numbers = parameters.split(/[;:]/).map(Number);
  let next = pen;
  for (let at = 0; at < numbers.length; at += 1) {
    const number = numbers[at] ?? 0;
    if (number === 38 || number === 48) {
      const { color, used } = extended(numbers.slice(at + 1));
      if (color !== null) next = number === 38 ? { ...next, color } : { ...next, ground: color };
      at += used;
      continue;
    }
    next = { ...next, ...SWITCHES[number], ...basic(number) };
  }
  return next;
}

function basic(number: number): Partial<Pen> {
  if (number >= 30 && number <= 37) return { color: number - 30 };
  if (number >= 90 && number <= 97) return { color: number - 82 };
  if (number >= 40 && number <= 47) return { ground: number - 40 };
  if (number >= 100 && number <= 107) return { ground: number - 92 };
  return {};
}

function extended(rest: readonly number[]): { readonly color: Color; readonly used: number } {
  const [mode, a = -1, b = -1, c = -1] = rest;
  if (mode === 5) return { color: isByte(a) ? a : null, used: 2 };
  if (mode !== 2) return { color: null, used: 0 };
  return { color: [a, b, c].every(isByte) ? rgb(a, b, c) : null, used: 4 };
}

function isByte(number: number): boolean {
  return Number.isInteger(number) && number >= 0 && number <= 255;
}

export function rgb(red: number, green: number, blue: number): string {
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
