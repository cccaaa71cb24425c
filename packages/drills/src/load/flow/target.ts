import { HoldpointError } from "@holdpoint/core";

/** Where requests go: what a base URL gives to each of them. */
export interface Target {
  readonly url: URL;
  /** As a `host` header says it. */
  readonly host: string;
}

const PROTOCOLS: ReadonlySet<string> = new Set(["http:", "https:", "ws:", "wss:"]);

/**
 * @throws HoldpointError `HP-LOAD-REQUEST` for what is no URL of these protocols, and for one with credentials, which
 * would stand in every report
 */
export function targetOf(text: string): Target {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !PROTOCOLS.has(url.protocol)) {
    throw new HoldpointError("HP-LOAD-REQUEST", `"${text}" is no http:, https:, ws: or wss: URL`);
  }
  if (url.username !== "" || url.password !== "") {
    throw new HoldpointError("HP-LOAD-REQUEST", "a URL with credentials; say them in a header");
  }
  return { url, host: url.host };
}

/**
 * A request's path and query behind those of the base URL: `/v1` and `/items?x=1` are `/v1/items?x=1`; an empty path
 * is the URL itself. A query of the URL goes along with each request, before its own.
 */
export function joinPath({ url }: Target, path: string): string {
  if (path === "") return url.pathname + url.search;
  const base = url.pathname.endsWith("/") ? url.pathname.slice(0, -1) : url.pathname;
  const cut = path.indexOf("?");
  const own = cut < 0 ? path : path.slice(0, cut);
  const query = [url.search.slice(1), cut < 0 ? "" : path.slice(cut + 1)].filter((part) => part !== "").join("&");
  const joined = own === "" ? url.pathname : `${base}${own.startsWith("/") ? "" : "/"}${own}`;
  return query === "" ? joined : `${joined}?${query}`;
}
