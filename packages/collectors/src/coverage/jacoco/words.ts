import { numbered, wordsOf } from "../xml/words.ts";
import type { WordIn } from "../xml/words.ts";

const ALL = [
  "line nr mi ci mb cb counter type missed covered method name desc class sourcefilename sourcefile package",
  "group report sessioninfo",
] as const;

export const WORDS: readonly string[] = wordsOf(ALL);

export const WORD: Readonly<Record<WordIn<typeof ALL>, number>> = numbered(ALL);
