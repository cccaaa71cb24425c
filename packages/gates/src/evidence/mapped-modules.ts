import type { CheckInput, Location, MappedModule, TestMappingBody } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../bodies.ts";
import { byText } from "../text.ts";

/** What every piece of evidence about the mapping says together. */
export interface Mapping {
  /** Modules with something to test, sorted by path, each once; one that any piece finds a test of has a test. */
  readonly modules: readonly MappedModule[];
  /** How many modules hold nothing that could run. */
  readonly withoutCode: number;
  readonly bodies: readonly TestMappingBody[];
}

export function mappingOf(input: CheckInput): Mapping {
  const bodies = bodiesOf<TestMappingBody>(input, KIND.testMapping);
  const byPath = new Map<string, MappedModule>();
  for (const module of bodies.flatMap((body) => body.modules)) {
    const known = byPath.get(module.path);
    if (known === undefined || rank(module) < rank(known)) byPath.set(module.path, module);
  }
  const all = [...byPath.values()].sort((a, b) => byText(a.path, b.path));
  const modules = all.filter(({ by }) => by !== "no-code");
  return { modules, withoutCode: all.length - modules.length, bodies };
}

export function isTested({ by }: MappedModule): boolean {
  return by === "context" || by === "import" || by === "name";
}

export function untestedPaths(modules: readonly MappedModule[]): readonly string[] {
  return modules.filter((module) => !isTested(module)).map(({ path }) => path);
}

export function untestedPlaces(paths: readonly string[], text = "no test leads to it"): readonly Location[] {
  return paths.map((file) => ({ file, text }));
}

/** Sorted, each once. */
export function pathsOf(
  bodies: readonly TestMappingBody[],
  of: "tests" | "looseTests" | "deadGlobs",
): readonly string[] {
  return [...new Set(bodies.flatMap((body) => body[of]))].sort(byText);
}

const BEST_FIRST: readonly MappedModule["by"][] = ["context", "import", "name", "none", "no-code"];

function rank({ by }: MappedModule): number {
  return BEST_FIRST.indexOf(by);
}
