import { numbered, wordsOf } from "../xml/words.ts";
import type { WordIn } from "../xml/words.ts";

const ALL = [
  "line number hits branch condition-coverage lines class filename name line-rate branch-rate method",
  "signature condition type coverage package packages source sources project testproject file version",
  "lines-valid lines-covered branches-valid branches-covered",
] as const;

export const WORDS: readonly string[] = wordsOf(ALL);

export const WORD: Readonly<Record<WordIn<typeof ALL>, number>> = numbered(ALL);
