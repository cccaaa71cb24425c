import { numbered, wordsOf } from "../xml/words.ts";
import type { WordIn } from "../xml/words.ts";

const ALL = [
  "line num type count truecount falsecount name signature crap class metrics file path package project",
  "testproject coverage clover sources packages statements coveredstatements conditionals",
  "coveredconditionals methods coveredmethods",
] as const;

export const WORDS: readonly string[] = wordsOf(ALL);

export const WORD: Readonly<Record<WordIn<typeof ALL>, number>> = numbered(ALL);
