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
  const patterns = globs.filter((glob) => glob.includes("*")).map(patternOf);
  if (patterns.length === 0) return (name) => names.has(name);
  return (name) => names.has(name) || patterns.some((pattern) => fits(name, pattern));
}

interface Pattern {
  readonly start: string;
  readonly middle: readonly string[];
  readonly end: string;
}

function patternOf(glob: string): Pattern {
  const start = glob.slice(0, glob.indexOf("*"));
  const end = glob.slice(glob.lastIndexOf("*") + 1);
  return { start, middle: glob.split("*").slice(1, -1), end };
}

/** Between the fixed ends each part is taken where it comes first, which leaves most room for the next. */
function fits(name: string, { start, middle, end }: Pattern): boolean {
  if (!name.startsWith(start) || !name.endsWith(end)) return false;
  let at = start.length;
  for (const part of middle) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= name.length - end.length;
}
