import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckInput } from "@holdpoint/core";
import { KIND, sceneEvidence } from "@holdpoint/core";
import { testMapping, withoutTestsOf } from "../scenes/test-mapping.ts";
import { mappingFigures } from "./mapping-figures.ts";

test("modules with a test are counted, and those without are named", () => {
  const body = withoutTestsOf(testMapping(), "src/tax.ts");
  const evidence = sceneEvidence({ bodies: { [KIND.testMapping]: [body] } });
  assert.deepEqual(mappingFigures({ of: () => evidence } as unknown as CheckInput), {
    modules: 4,
    tested: 3,
    untested: ["src/tax.ts"],
  });
});
