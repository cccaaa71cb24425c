import { HoldpointError } from "@holdpoint/core";

const VERSION_CHARS_MAX = 256;

/** A file that holds the version and nothing else. */
export function readVersionFile(text: string, file: string): string | null {
  const version = text.trim();
  if (version === "") return null;
  if (/\s/.test(version) || version.length > VERSION_CHARS_MAX) {
    throw new HoldpointError("HP-READ-NOT-THE-FORMAT", "the file holds more than one version", {
      file,
      line: 1,
      column: 1,
    });
  }
  return version;
}
