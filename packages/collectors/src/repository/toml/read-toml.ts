import { TomlScanner } from "./scanner.ts";
import { readTomlValue } from "./value.ts";

/** The texts of a TOML document by path, e.g. `["project", "version"]`. Values of other types are read over. */
export class TomlTexts {
  readonly #texts: ReadonlyMap<string, string>;

  constructor(texts: ReadonlyMap<string, string>) {
    this.#texts = texts;
  }

  get(...path: readonly string[]): string | null {
    return this.#texts.get(JSON.stringify(path)) ?? null;
  }
}

/**
 * Reads TOML 1.0 as far as texts need it: tables, arrays of tables, dotted and quoted keys, all four kinds of text.
 *
 * @throws HoldpointError `HP-READ-SYNTAX`, `-TRUNCATED`, `-DEPTH` or `-DUPLICATE-KEY` with line and column
 * @example
 * readToml('[project]\nversion = "1.2.3"', "pyproject.toml").get("project", "version"); // "1.2.3"
 */
export function readToml(text: string, file: string): TomlTexts {
  const scanner = new TomlScanner(text, file);
  const texts = new Map<string, string>();
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  let table: readonly string[] = [];
  for (scanner.skipBlank(); !scanner.isAtEnd; scanner.skipBlank()) {
    const start = scanner.at;
    if (scanner.take("[[")) {
      const path = scanner.keyPath();
      scanner.expect("]]");
      const name = JSON.stringify([...elementOf(path.slice(0, -1), counts), path.at(-1)]);
      counts.set(name, (counts.get(name) ?? 0) + 1);
      table = elementOf(path, counts);
    } else if (scanner.take("[")) {
      table = elementOf(scanner.keyPath(), counts);
      scanner.expect("]");
      once(scanner, seen, ["table", ...table], start);
    } else {
      readTomlPair(scanner, table, texts, seen);
    }
    scanner.endOfLine();
  }
  return new TomlTexts(texts);
}

/** The path with the number of the newest element behind each array of tables. */
function elementOf(path: readonly string[], counts: ReadonlyMap<string, number>): string[] {
  const resolved: string[] = [];
  for (const part of path) {
    resolved.push(part);
    const count = counts.get(JSON.stringify(resolved));
    if (count !== undefined) resolved.push(String(count - 1));
  }
  return resolved;
}

function readTomlPair(
  scanner: TomlScanner,
  table: readonly string[],
  texts: Map<string, string>,
  seen: Set<string>,
): void {
  const start = scanner.at;
  const path = [...table, ...scanner.keyPath()];
  scanner.expect("=");
  scanner.skipSpace();
  once(scanner, seen, ["key", ...path], start);
  readTomlValue(scanner, {
    text: (value, below) => texts.set(JSON.stringify([...path, ...below]), value),
    key: (below, at) => once(scanner, seen, ["key", ...path, ...below], at),
  });
}

function once(scanner: TomlScanner, seen: Set<string>, path: readonly string[], offset: number): void {
  const name = JSON.stringify(path);
  if (seen.has(name)) scanner.fail("HP-READ-DUPLICATE-KEY", `${path.slice(1).join(".")} is there twice`, offset);
  seen.add(name);
}
