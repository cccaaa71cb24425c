import { styleText } from "node:util";

/** What a piece of text means; colour never says what a word does not. */
export type Meaning = "good" | "bad" | "unsure" | "unknown" | "faint" | "strong" | "good-mark" | "bad-mark";

export type Paint = (meaning: Meaning, text: string) => string;

type Format = Parameters<typeof styleText>[0];

const FORMATS: Readonly<Record<Meaning, Format>> = {
  good: "green",
  bad: "red",
  unsure: "yellow",
  unknown: "magenta",
  faint: "dim",
  strong: "bold",
  "good-mark": ["bold", "white", "bgGreen"],
  "bad-mark": ["bold", "white", "bgRed"],
};

/** Paints with SGR sequences, or not at all. */
export function painter(color: boolean): Paint {
  if (!color) return (_meaning, text) => text;
  return (meaning, text) => styleText(FORMATS[meaning], text, { validateStream: false });
}

const MEANINGS: Readonly<Record<string, Meaning>> = {
  PASS: "good",
  pass: "good",
  PROMOTE: "good",
  WARN: "unsure",
  warn: "unsure",
  waived: "unsure",
  INCONCLUSIVE: "unknown",
  error: "unknown",
  missing: "unknown",
  stale: "unknown",
  "not-applicable": "faint",
};

/** Anything that is not known to be good is bad. */
export function meaningOf(word: string): Meaning {
  return Object.hasOwn(MEANINGS, word) ? (MEANINGS[word] ?? "bad") : "bad";
}
