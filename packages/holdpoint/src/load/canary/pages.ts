/** One page of a file of several, and how many lines stand before it. */
export interface PageText {
  readonly text: string;
  readonly linesBefore: number;
}

const EOF = "# EOF";

/**
 * Pages of metrics that were written one behind the other into one file: each ends with `# EOF` (OpenMetrics), or, in
 * the classic format, which has no end, begins with the comment that the file begins with.
 *
 * @example
 * pagesOf("# TYPE up gauge\nup 1\n# TYPE up gauge\nup 0\n").length; // 2
 */
export function pagesOf(text: string): readonly PageText[] {
  const lines = text.split("\n");
  const first = lines[0] ?? "";
  const isOpen = lines.some((line) => line.trimEnd() === EOF);
  const pages: PageText[] = [];
  let from = 0;
  const close = (to: number): void => {
    const part = lines.slice(from, to);
    if (part.some((line) => line.trim() !== "")) {
      pages.push({ text: `${part.join("\n").trimEnd()}\n`, linesBefore: from });
    }
    from = to;
  };
  for (const [at, line] of lines.entries()) {
    if (isOpen && line.trimEnd() === EOF) close(at + 1);
    else if (!isOpen && at > 0 && first.startsWith("#") && line === first) close(at);
  }
  close(lines.length);
  return pages;
}
