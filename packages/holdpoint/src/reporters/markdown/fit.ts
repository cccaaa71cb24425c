/** GitHub refuses a comment of more than 65,536 characters. */
export const MARKDOWN_CHARACTERS_MAX = 60_000;

const MORE_LINE_CHARACTERS_MAX = 80;

/**
 * The first blocks that fit into `charactersMax`, each ended by `separator`; `more` says how many were left out.
 * What `more` returns counts as 80 characters and must not be longer.
 */
export function fit(
  blocks: readonly string[],
  charactersMax: number,
  separator: string,
  more: (left: number) => string,
): string {
  let text = "";
  for (const [index, block] of blocks.entries()) {
    const isLast = index === blocks.length - 1;
    const needed = text.length + block.length + separator.length + (isLast ? 0 : MORE_LINE_CHARACTERS_MAX);
    if (needed > charactersMax) return `${text}${more(blocks.length - index)}${separator}`;
    text += block + separator;
  }
  return text;
}
