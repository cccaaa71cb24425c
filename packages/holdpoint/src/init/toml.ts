/**
 * A string that stands literally in a table of a TOML file; null when it does not. Enough for names and versions of
 * manifests, no reader of TOML.
 *
 * @example
 * tomlString('[package]\nname = "tool"\n', "package", "name"); // "tool"
 */
export function tomlString(text: string, table: string, key: string): string | null {
  let inside = false;
  for (const line of text.split(/\r?\n/)) {
    const header = /^\s*(\[+)\s*([^\]]+?)\s*\]+\s*(?:#.*)?$/.exec(line);
    if (header !== null) {
      inside = header[1] === "[" && header[2] === table;
      continue;
    }
    const pair = /^\s*([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(line);
    if (inside && pair?.[1] === key) return pair[2] ?? pair[3] ?? null;
  }
  return null;
}

/** Names of the tables that hold a key with a literal string. */
export function tomlTablesWith(text: string, key: string): string[] {
  const tables = [...text.matchAll(/^\s*\[\s*([^[\]]+?)\s*\]/gm)].map((match) => match[1] ?? "");
  return tables.filter((table) => tomlString(text, table, key) !== null);
}
