import type { Markup } from "./markup.ts";
import { html } from "./markup.ts";

export type Tone = "good" | "bad" | "unsure" | "unknown" | "quiet";

const TONES: Readonly<Record<string, Tone>> = {
  PROMOTE: "good",
  PASS: "good",
  pass: "good",
  WARN: "unsure",
  warn: "unsure",
  waived: "unsure",
  INCONCLUSIVE: "unknown",
  error: "unknown",
  missing: "unknown",
  stale: "unknown",
  "not-applicable": "quiet",
};

/** Class of a verdict or outcome; anything that is not known to be good is bad. */
export function toneOf(word: string): Tone {
  return Object.hasOwn(TONES, word) ? (TONES[word] ?? "bad") : "bad";
}

export function badge(word: string): Markup {
  return html`<span class="badge ${toneOf(word)}">${word}</span>`;
}
