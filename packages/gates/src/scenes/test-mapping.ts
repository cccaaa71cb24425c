import type { MappedModule, TestMappingBody } from "@holdpoint/core";

/** A module that its own test imports. */
export function mappedModule(path: string, changes: Partial<MappedModule> = {}): MappedModule {
  return { path, tests: [path.replace(/\.ts$/, ".test.ts")], by: "import", distance: 1, ...changes };
}

/** A module that no test leads to. */
export function untested(path: string): MappedModule {
  return mappedModule(path, { tests: [], by: "none", distance: null });
}

/** Four modules with their tests, and one that holds only types. */
export function testMapping(changes: Partial<TestMappingBody> = {}): TestMappingBody {
  const paths = ["src/cart.ts", "src/money.ts", "src/store/disk.ts", "src/tax.ts"];
  return {
    modules: [
      ...paths.map((path) => mappedModule(path)),
      mappedModule("src/types.ts", { tests: [], by: "no-code", distance: null }),
    ],
    tests: paths.map((path) => path.replace(/\.ts$/, ".test.ts")),
    looseTests: [],
    unreadable: [],
    unresolved: [],
    deadGlobs: [],
    ...changes,
  };
}

/** The sound mapping with some modules as they would be without their tests. */
export function withoutTestsOf(body: TestMappingBody, ...paths: readonly string[]): TestMappingBody {
  return {
    ...body,
    modules: body.modules.map((module) => (paths.includes(module.path) ? untested(module.path) : module)),
  };
}
