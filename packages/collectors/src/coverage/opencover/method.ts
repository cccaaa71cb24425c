/** The method whose points are read now. */
export class OpenMethod {
  /** Key of its name; its points are told from those of other methods on the same line by it. */
  key: number;
  /** `uid` of the file that its points are in unless they name another. */
  fileId: string | null = null;
  /** File and line of its first point. */
  first: { readonly fileId: string; readonly line: number } | null = null;
  isHit = false;
  readonly #offsets: number[] = [];
  readonly #lines: number[] = [];

  constructor(key: number) {
    this.key = key;
  }

  addPoint(fileId: string, line: number, offset: number, visits: number): void {
    this.first ??= { fileId, line };
    this.isHit ||= visits > 0;
    this.#offsets.push(offset);
    this.#lines.push(line);
  }

  /** Line of the last point at or before an offset of the code, for branches that name no line; 0 without points. */
  lineAt(offset: number): number {
    let best = -1;
    let line = this.first?.line ?? 0;
    this.#offsets.forEach((each, index) => {
      if (each > offset || each < best) return;
      best = each;
      line = this.#lines[index] ?? line;
    });
    return line;
  }
}
