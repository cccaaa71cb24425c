/** A path below the root with `/` between its parts, or null for one that leads elsewhere. */
export function relativePath(path: string): string | null {
  const parts = path.split("/");
  const leadsOut = path === "" || path.startsWith("/") || path.startsWith("\\") || /^[A-Za-z][\w+.-]*:/.test(path);
  if (leadsOut || parts.includes("..") || parts.includes("") || !path.isWellFormed()) return null;
  return parts.filter((part) => part !== ".").join("/") || null;
}

/** RFC 3986 relative reference of a path below the root, or null. */
export function relativeUri(path: string): string | null {
  const relative = relativePath(path);
  return relative === null ? null : relative.split("/").map(encodeURIComponent).join("/");
}
