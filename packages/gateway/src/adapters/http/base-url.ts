import { HoldpointError } from "@holdpoint/core";

export interface BaseUrl {
  readonly origin: string;
  /** Without a slash at its end; operations' paths follow. */
  readonly path: string;
}

/**
 * Where an adapter's requests go. The URL parser turns odd forms of addresses (`0x7f.1`, octal numbers) into the ones
 * that are judged.
 *
 * @throws HoldpointError `HP-GATEWAY-CONFIG`
 */
export function baseUrl(text: string, adapter: string): BaseUrl {
  const url = URL.canParse(text) ? new URL(text) : null;
  const objection = objectionTo(url);
  if (url === null || objection !== null) {
    throw new HoldpointError("HP-GATEWAY-CONFIG", `base_url of adapter ${adapter} ${objection ?? "is not a URL"}`);
  }
  return { origin: url.origin, path: url.pathname.replace(/\/+$/, "") };
}

function objectionTo(url: URL | null): string | null {
  if (url === null) return "is not an absolute URL";
  if (url.protocol !== "http:" && url.protocol !== "https:") return "is neither http nor https";
  if (url.username !== "" || url.password !== "") return "has a user or password in it; use a header";
  return url.search === "" && url.hash === "" ? null : "has a query or a fragment";
}
