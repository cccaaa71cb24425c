/** Every line so many spaces further in; empty lines stay empty. */
export function inset(lines: readonly string[], spaces: number): string[] {
  return lines.map((line) => (line === "" ? "" : `${" ".repeat(spaces)}${line}`));
}

/** `key: |` with the lines of a script below. */
export function scriptBlock(key: string, lines: readonly string[]): string[] {
  return [`${key}: |`, ...inset(lines, 2)];
}
