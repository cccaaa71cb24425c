import type { Color, Pen } from "./sgr.ts";
import { rgb } from "./sgr.ts";

export const GROUND = "#14181d";
export const INK = "#d6dae0";

const BASIC: readonly string[] = [
  "#2b3138",
  "#e5706b",
  "#6cc48f",
  "#dcb35a",
  "#74a7e8",
  "#c394e8",
  "#5fc3c9",
  "#d6dae0",
  "#7b848f",
  "#f2938e",
  "#8fd9ab",
  "#efcd83",
  "#9bc1f2",
  "#d7b5f3",
  "#8ad9de",
  "#ffffff",
];
/** Grounds are deeper than inks, so that white text on them can be read. */
const BASIC_GROUNDS: readonly string[] = [
  "#2b3138",
  "#a8262b",
  "#17703f",
  "#8a5a00",
  "#1f5da8",
  "#7440a8",
  "#0f6c72",
  "#d6dae0",
];
const CUBE: readonly number[] = [0, 95, 135, 175, 215, 255];

/** Ink and ground of a pen as `#rrggbb`; the ground is null where nothing needs to be drawn. */
export function colorsOf(pen: Pen): { readonly ink: string; readonly ground: string | null } {
  const ink = hex(pen.color, BASIC) ?? INK;
  const ground = hex(pen.ground, BASIC_GROUNDS);
  return pen.inverse ? { ink: ground ?? GROUND, ground: ink } : { ink, ground };
}

/** The 256 colours of xterm: 16 named, a cube of 6 × 6 × 6, 24 greys. */
function hex(color: Color, named: readonly string[]): string | null {
  if (color === null || typeof color === "string") return color;
  if (color < 16) return named[color] ?? BASIC[color] ?? null;
  if (color >= 232) {
    const grey = 8 + 10 * (color - 232);
    return rgb(grey, grey, grey);
  }
  const at = color - 16;
  const level = (index: number): number => CUBE[index % 6] ?? 0;
  return rgb(level(Math.floor(at / 36)), level(Math.floor(at / 6)), level(at));
}
