import type { PlannedText } from "./place.ts";
import { mistake } from "./place.ts";

const PATTERN_CHARS_MAX = 500;

/** Of an answer a pattern sees so much; what lies behind it is not looked at. */
export const PATTERN_SUBJECT_CHARS_MAX = 65_536;

/**
 * Compiles a pattern that runs once for every answer. One in which a repeated group repeats without bound within is
 * refused: it may take exponential time, and a generator that thinks is a generator that lags.
 *
 * @throws HoldpointError `HP-LOAD-PATTERN`
 */
export function compilePattern(planned: PlannedText): RegExp {
  const { text } = planned;
  if (text === "") throw mistake("HP-LOAD-PATTERN", planned, 0, "an empty pattern fits everything");
  if (text.length > PATTERN_CHARS_MAX) {
    throw mistake("HP-LOAD-PATTERN", planned, PATTERN_CHARS_MAX, `longer than ${PATTERN_CHARS_MAX} characters`);
  }
  let pattern: RegExp;
  try {
    pattern = new RegExp(text, "u");
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw mistake("HP-LOAD-PATTERN", planned, 0, reason);
  }
  const nested = nestedRepetition(text);
  if (nested !== null) throw mistake("HP-LOAD-PATTERN", planned, nested, "a repetition inside a repetition");
  return pattern;
}

const UNBOUNDED = /^(?:[*+]|\{\d+,\})/;

/** Index of the repetition of a group that itself repeats without bound; null when there is none. */
function nestedRepetition(text: string): number | null {
  // For each open group: whether something in it repeats without bound.
  const groups: boolean[] = [];
  let isClass = false;
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index];
    if (char === "\\") index += 1;
    else if (isClass) isClass = char !== "]";
    else if (char === "[") isClass = true;
    else if (char === "(") groups.push(false);
    else if (char === ")") {
      const repeats = groups.pop() === true;
      const isRepeated = UNBOUNDED.test(text.slice(index + 1));
      if (repeats && isRepeated) return index + 1;
      if (repeats && groups.length > 0) groups[groups.length - 1] = true;
    } else if (UNBOUNDED.test(text.slice(index)) && groups.length > 0) groups[groups.length - 1] = true;
  }
  return null;
}

/** The part of a text that patterns see. */
export function patternSubject(text: string): string {
  return text.length > PATTERN_SUBJECT_CHARS_MAX ? text.slice(0, PATTERN_SUBJECT_CHARS_MAX) : text;
}
