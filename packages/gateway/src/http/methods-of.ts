import type { Route } from "./route.ts";

/** Methods that a path knows, `HEAD` with every `GET`; empty for a path that is not ours. */
export function methodTable(routes: readonly Route[]): (path: string) => readonly string[] {
  const table = routes.map(({ method, path }) => ({ method, pattern: patternOf(path) }));
  return (path) => {
    const methods = table.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
    const all = methods.includes("GET") ? [...methods, "HEAD"] : methods;
    return [...new Set<string>(all)].toSorted();
  };
}

function patternOf(path: string): RegExp {
  const source = path.replaceAll(".", String.raw`\.`).replaceAll(/\{[a-z_]+\}/g, "[^/]+");
  return new RegExp(`^${source}$`);
}
