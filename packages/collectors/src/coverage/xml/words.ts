type Split<Text extends string> = Text extends `${infer First} ${infer Rest}` ? First | Split<Rest> : Text;

/** The words of some lines of words with one space between each. */
export type WordIn<Lines extends readonly string[]> = Split<Lines[number]>;

export function wordsOf(lines: readonly string[]): string[] {
  return lines.flatMap((line) => line.split(" "));
}

/** Gives each of a format's words the number that the scanner knows it by: its place. */
export function numbered<const Lines extends readonly string[]>(lines: Lines): Readonly<Record<WordIn<Lines>, number>> {
  return Object.fromEntries(wordsOf(lines).map((word, number) => [word, number])) as Record<WordIn<Lines>, number>;
}
