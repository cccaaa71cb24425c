import { sha256Hex } from "@holdpoint/core";
import { arch, cpus, platform, release, totalmem } from "node:os";

const BYTES_PER_MEBIBYTE = 1_048_576;

/** What this machine is, as far as figures depend on it: runs on other ones are not compared. No name, no address. */
export function testbed(): { readonly text: string; readonly sha256: string } {
  const processors = cpus();
  const text = [
    `${processors.length} x ${processors[0]?.model.trim() ?? "unknown processor"}`,
    `${Math.round(totalmem() / BYTES_PER_MEBIBYTE)} MiB`,
    `${platform()} ${release()} ${arch()}`,
    `node ${process.versions.node}`,
  ].join(", ");
  return { text, sha256: sha256Hex(text) };
}
