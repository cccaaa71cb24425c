import type { Gate } from "@holdpoint/core";
import { check as importsReadable } from "../checks/test-mapping/imports-readable/check.ts";
import { check as modulesFound } from "../checks/test-mapping/modules-found/check.ts";
import { check as newModulesTested } from "../checks/test-mapping/new-modules-tested/check.ts";
import { check as noDeadGlobs } from "../checks/test-mapping/no-dead-globs/check.ts";
import { check as noLooseTests } from "../checks/test-mapping/no-loose-tests/check.ts";
import { check as noModuleLostItsTests } from "../checks/test-mapping/no-module-lost-its-tests/check.ts";
import { check as noUntestedCritical } from "../checks/test-mapping/no-untested-critical/check.ts";
import { check as ratioAtLeast } from "../checks/test-mapping/ratio-at-least/check.ts";
import { check as ratioNotFallen } from "../checks/test-mapping/ratio-not-fallen/check.ts";
import { check as testedWithinDistance } from "../checks/test-mapping/tested-within-distance/check.ts";
import { check as testsFound } from "../checks/test-mapping/tests-found/check.ts";
import { mappingFacts } from "../evidence/mapping-facts.ts";
import { mappingFigures } from "../evidence/mapping-figures.ts";

export const testMapping: Gate = {
  id: "test-mapping",
  title: "Test mapping",
  question: "Which modules have a test that knows of them, are those enough, and has none lost its own?",
  sections: ["L"],
  phase: "candidate",
  checks: [
    modulesFound,
    testsFound,
    importsReadable,
    noDeadGlobs,
    ratioAtLeast,
    noUntestedCritical,
    noLooseTests,
    testedWithinDistance,
    newModulesTested,
    noModuleLostItsTests,
    ratioNotFallen,
  ],
  facts: mappingFacts,
  figures: mappingFigures,
};
