import type { ExpositionFormat } from "./exposition.ts";

const OPENMETRICS_VERSIONS: readonly string[] = ["1.0.0", "0.0.1"];

/**
 * The format that a Content-Type header promises; null where it promises none that is read here.
 *
 * @example
 * formatOfContentType("application/openmetrics-text; version=1.0.0; charset=utf-8"); // "openmetrics"
 */
export function formatOfContentType(contentType: string): ExpositionFormat | null {
  const [type = "", ...parts] = contentType.split(";").map((part) => part.trim().toLowerCase());
  const params = new Map(parts.map((part) => [part.slice(0, part.indexOf("=")), unquoted(part)] as const));
  const version = params.get("version");
  const charset = params.get("charset") ?? "utf-8";
  if (charset !== "utf-8" && charset !== "utf8") return null;
  if (type === "text/plain") return version === undefined || version === "0.0.4" ? "prometheus" : null;
  if (type !== "application/openmetrics-text") return null;
  return version === undefined || OPENMETRICS_VERSIONS.includes(version) ? "openmetrics" : null;
}

function unquoted(part: string): string {
  return part.slice(part.indexOf("=") + 1).replace(/^"(.*)"$/, "$1");
}
