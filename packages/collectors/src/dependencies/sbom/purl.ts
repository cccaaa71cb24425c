import type { LockEntry } from "../lockfile/entry.ts";
import { nameOf } from "../locked-packages.ts";

const GIT = /^git(?:\+[a-z]+)?:/;

/**
 * Package URL of type npm; what did not come from a registry says where it came from.
 *
 * @example
 * purlOf(entry); // "pkg:npm/%40types/node@24.19.2"
 */
export function purlOf(entry: LockEntry): string {
  const name = nameOf(entry).split("/").map(encodeURIComponent).join("/");
  const version = entry.version === null ? "" : `@${encodeURIComponent(entry.version)}`;
  return `pkg:npm/${name}${version}${qualifier(entry.resolved)}`;
}

function qualifier(resolved: string | null): string {
  if (resolved === null || /\/-\/[^/]+\.tgz$/.test(resolved)) return "";
  return `?${GIT.test(resolved) ? "vcs_url" : "download_url"}=${encodeURIComponent(resolved)}`;
}
