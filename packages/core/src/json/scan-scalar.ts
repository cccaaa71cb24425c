import { JsonFault, shownCharacter } from "./fault.ts";
import { scanString } from "./scan-string.ts";

const WORDS = ["true", "false", "null"];
const NUMBER_SHOWN_MAX = 24;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const NUMBER_BEGUN = /-?(?:(?:0|[1-9]\d*)(?:\.\d*)?(?:(?<=\d)[eE][+-]?)?)?/y;

/** Walks over a string, number, true, false or null; returns the offset after it. */
export function scanScalar(text: string, at: number): number {
  const first = text[at] ?? "";
  if (first === '"') return scanString(text, at);
  if (first === "-" || (first >= "0" && first <= "9")) return scanNumber(text, at);
  const word = WORDS.find((one) => one[0] === first);
  if (word === undefined) throw new JsonFault("HP-READ-SYNTAX", `${shownCharacter(text, at)} begins no value`, at);
  return scanWord(text, at, word);
}

function scanWord(text: string, at: number, word: string): number {
  for (let next = at + 1; next < at + word.length; next += 1) {
    if (next >= text.length) throw new JsonFault("HP-READ-TRUNCATED", `the file ends in the middle of ${word}`, next);
    if (text[next] !== word[next - at]) throw new JsonFault("HP-READ-SYNTAX", `${word} is misspelled`, next);
  }
  return at + word.length;
}

function scanNumber(text: string, at: number): number {
  NUMBER.lastIndex = at;
  const written = NUMBER.exec(text)?.[0] ?? "";
  NUMBER_BEGUN.lastIndex = at;
  const end = at + (NUMBER_BEGUN.exec(text)?.[0].length ?? 0);
  if (end > at + written.length) {
    if (end === text.length) throw new JsonFault("HP-READ-TRUNCATED", "the file ends in the middle of a number", end);
    throw new JsonFault("HP-READ-SYNTAX", `${shownCharacter(text, end)} stands where a number needs a digit`, end);
  }
  if (Number.isFinite(Number(written))) return at + written.length;
  throw new JsonFault("HP-READ-SYNTAX", `the number ${written.slice(0, NUMBER_SHOWN_MAX)} is too large to be held`, at);
}
