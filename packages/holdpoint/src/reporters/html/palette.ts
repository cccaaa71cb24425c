/** Colours by what they mean; a `…-paper` lies under its namesake. */
export type Palette = Readonly<Record<ColorName, string>>;

export type ColorName =
  | "paper"
  | "card"
  | "ink"
  | "soft"
  | "rule"
  | "link"
  | "good"
  | "good-paper"
  | "bad"
  | "bad-paper"
  | "unsure"
  | "unsure-paper"
  | "unknown"
  | "unknown-paper"
  | "quiet"
  | "quiet-paper";

export const LIGHT: Palette = {
  paper: "#f6f5f1",
  card: "#ffffff",
  ink: "#1b1f23",
  soft: "#545b64",
  rule: "#d8d5cb",
  link: "#0a529c",
  good: "#0b6237",
  "good-paper": "#e3f2e9",
  bad: "#a01c23",
  "bad-paper": "#fbe9e7",
  unsure: "#734900",
  "unsure-paper": "#fbf0d8",
  unknown: "#63389a",
  "unknown-paper": "#f1eaf9",
  quiet: "#50565f",
  "quiet-paper": "#ecebe5",
};

export const DARK: Palette = {
  paper: "#13161a",
  card: "#1a1e23",
  ink: "#e6e8eb",
  soft: "#a7aeb8",
  rule: "#363c44",
  link: "#8dbcf3",
  good: "#7bd4a3",
  "good-paper": "#15301f",
  bad: "#f59d98",
  "bad-paper": "#3a1c1d",
  unsure: "#e8c06c",
  "unsure-paper": "#332812",
  unknown: "#cbadf2",
  "unknown-paper": "#2a213d",
  quiet: "#a7aeb8",
  "quiet-paper": "#262b31",
};

/** Text colour on ground colour, wherever the page puts one on the other. */
export const PAIRS: readonly (readonly [ColorName, ColorName])[] = [
  ["ink", "paper"],
  ["ink", "card"],
  ["soft", "paper"],
  ["soft", "card"],
  ["link", "paper"],
  ["link", "card"],
  ...(["good", "bad", "unsure", "unknown", "quiet"] as const).flatMap((name) => [
    [name, `${name}-paper`] as const,
    [name, "card"] as const,
    ["ink", `${name}-paper`] as const,
  ]),
  ["soft", "quiet-paper"],
  ["soft", "good-paper"],
  ["soft", "bad-paper"],
];

export function variables(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, color]) => `--${name}:${color}`)
    .join(";");
}
