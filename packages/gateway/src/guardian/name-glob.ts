/**
 * Whether a name fits one of some globs, in which `*` stands for any characters, none included. Linear in the name.
 *
 * @example
 * nameGlobs(["mcp-*", "echo"])("mcp-files"); // true
 * nameGlobs(["mcp-*", "echo"])("echoes"); // false
 */
export function nameGlobs(globs: readonly string[]): (name: string) => boolean {
  if (globs.includes("*")) return () => true;
  const names = new Set(globs.filter((glob) => !glob.includes("*")));
  const patterns = globs.filter((glob) => glob.includes("*")).map((glob) => glob.split("*"));
  if (patterns.length === 0) return (name) => names.has(name);
  return (name) => names.has(name) || patterns.some((parts) => fits(name, parts));
}

/** Between the fixed ends each part is taken where it comes first, which leaves most room for the next. */
function fits(name: string, parts: readonly string[]): boolean {
  const first = parts[0] ?? "";
  const last = parts.at(-1) ?? "";
  if (!name.startsWith(first) || !name.endsWith(last)) return false;
  const end = name.length - last.length;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= end;
}
