import { scanGo } from "./go/scan.ts";
import type { ScannedFile } from "./import-ref.ts";
import { extensionOf } from "./language.ts";
import { scanPython } from "./python/scan.ts";
import { scanScript } from "./script/scan.ts";

type Scanner = (text: string, path: string) => ScannedFile;

const SCANNERS: Readonly<Record<string, Scanner>> = {
  ...Object.fromEntries("ts tsx mts cts js jsx mjs cjs".split(" ").map((extension) => [extension, scanScript])),
  py: scanPython,
  pyi: scanPython,
  go: scanGo,
};

/** How the imports of a file are read; null: they are not, for its language. */
export function scannerOf(path: string): Scanner | null {
  const extension = extensionOf(path);
  return Object.hasOwn(SCANNERS, extension) ? (SCANNERS[extension] ?? null) : null;
}
