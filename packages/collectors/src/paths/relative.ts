/**
 * A reported path in the repository's terms: `/` between its parts, no `file:` scheme, no leading `./`, and without the
 * root's prefix when it lies below it. Whether such a file exists is another question.
 *
 * @example
 * relativePath("file:///build/project/src/a.ts", "/build/project"); // "src/a.ts"
 * relativePath(".\\src\\a.ts", "/build/project"); // "src/a.ts"
 */
export function relativePath(path: string, root: string): string {
  const local = withoutScheme(path.replaceAll("\\", "/"));
  const base = root.replaceAll("\\", "/").replace(/\/+$/, "");
  const below = base !== "" && local.startsWith(`${base}/`) ? local.slice(base.length + 1) : local;
  return below.replace(/^(?:\.\/+)+/, "");
}

function withoutScheme(path: string): string {
  const url = /^file:\/\/(?:localhost)?(\/.*)$/is.exec(path)?.[1];
  if (url === undefined) return path;
  const local = url.replace(/^\/(?=[A-Za-z]:\/)/, "");
  try {
    return decodeURIComponent(local);
  } catch {
    return local;
  }
}

/** A text in which every mention of a path below the root is relative to it. */
export function withoutRoot(text: string, root: string): string {
  const base = root.replace(/[\\/]+$/, "");
  if (base === "") return text;
  return text.replaceAll(`${base}/`, "").replaceAll(`${base}\\`, "");
}
