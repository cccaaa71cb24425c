const FOLDER = "node_modules";

/** True for a package that was installed, false for one of the repository's own. */
export function isInstalledPath(path: string): boolean {
  return path.split("/").includes(FOLDER);
}

/** Name under which a package is found at its place: `node_modules/a/node_modules/@s/b` is `@s/b`. */
export function nameAt(path: string): string {
  const at = path.lastIndexOf(`${FOLDER}/`);
  return at === -1 ? path.slice(path.lastIndexOf("/") + 1) : path.slice(at + FOLDER.length + 1);
}

/** The package in whose `node_modules` this one lies; null at the top of a tree. */
export function parentOf(path: string): string | null {
  const at = path.lastIndexOf(`/${FOLDER}/`);
  return at === -1 ? null : path.slice(0, at);
}

/** Where Node looks for a package that is asked for at a place, nearest first. */
export function lookupPaths(from: string, name: string): string[] {
  const paths: string[] = [];
  const parts = from === "" ? [] : from.split("/");
  for (let length = parts.length; length >= 0; length -= 1) {
    if (parts[length - 1] === FOLDER) continue;
    paths.push([...parts.slice(0, length), FOLDER, name].join("/"));
  }
  return paths;
}

/** Why a path of a lockfile cannot be followed, or null when it stays below its folder. */
export function pathProblem(path: string): string | null {
  if (path === "") return null;
  if (path.includes("\0") || path.includes("\\")) return "has a character that no such path has";
  const parts = path.split("/");
  if (parts.includes("..")) return "leads out of the repository";
  if (parts.includes("") || parts.includes(".") || /^[A-Za-z]:/.test(path)) return "is not in its plain relative form";
  return null;
}
