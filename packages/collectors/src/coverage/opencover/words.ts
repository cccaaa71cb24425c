import { numbered, wordsOf } from "../xml/words.ts";
import type { WordIn } from "../xml/words.ts";

const ALL = [
  "SequencePoint BranchPoint vc sl el sc fileid offset path Method SequencePoints BranchPoints FileRef uid",
  "Name Summary Class Classes Methods FullName Module Modules Files File fullPath skippedDueTo",
  "CoverageSession numSequencePoints visitedSequencePoints numBranchPoints visitedBranchPoints numMethods",
  "visitedMethods",
] as const;

export const WORDS: readonly string[] = wordsOf(ALL);

export const WORD: Readonly<Record<WordIn<typeof ALL>, number>> = numbered(ALL);
