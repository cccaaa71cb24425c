/** Paths of the plain values in which two documents differ; a list of another length differs as a whole. */
export function differingValues(a: unknown, b: unknown, path = ""): string[] {
  if (Object.is(a, b)) return [];
  if (!isParent(a) || !isParent(b) || Array.isArray(a) !== Array.isArray(b)) return [path];
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  if (Array.isArray(a) && Array.isArray(b) && a.length !== b.length) return [path];
  return keys.flatMap((key) => differingValues(a[key], b[key], `${path}/${key}`));
}

function isParent(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
