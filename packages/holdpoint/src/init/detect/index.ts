import type { Detected } from "../detected.ts";
import type { Repository } from "../repository.ts";
import { detectDotnet } from "./dotnet.ts";
import { detectGo } from "./go.ts";
import { detectGradle, detectMaven } from "./java.ts";
import { detectNode } from "./node.ts";
import { detectPhp } from "./php.ts";
import { detectPython } from "./python.ts";
import { detectRuby } from "./ruby.ts";
import { detectRust } from "./rust.ts";

const DETECTORS: readonly ((repository: Repository) => Detected | null)[] = [
  detectNode,
  detectPython,
  detectGo,
  detectRust,
  detectMaven,
  detectGradle,
  detectDotnet,
  detectRuby,
  detectPhp,
];

/** Every language that the repository's manifests speak of. */
export function detectAll(repository: Repository): Detected[] {
  return DETECTORS.map((detect) => detect(repository)).filter((found) => found !== null);
}
