import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { coverageArtifact } from "./json.ts";
import { artifactFile, marksOf, SUBJECT, wholeOf } from "./testing-artifacts.ts";

const SCHEMA = new URL("../../../../core/schemas/coverage-artifact.v1.json", import.meta.url);
const isValid = new Ajv2020({ strictTypes: false }).compile(JSON.parse(readFileSync(SCHEMA, "utf8")) as object);

test("what is written fits the published schema", () => {
  const part = wholeOf(
    [
      artifactFile("a.ts", marksOf("1:3 2:0 5:18446744073709551616", "5:1/2 1:0/1", "1:1/1")),
      artifactFile("b.ts", null),
    ],
    ["c.ts"],
  );
  const artifact = coverageArtifact(part, SUBJECT);
  assert.ok(isValid(JSON.parse(JSON.stringify(artifact))), JSON.stringify(isValid.errors));
  const [first, second] = artifact.files;
  assert.deepEqual(first?.hits, [3, 2 ** 64]);
  assert.deepEqual(first?.branchLines, [
    [1, 0, 1],
    [5, 1, 2],
  ]);
  assert.deepEqual([second?.hits, second?.branchLines, second?.lines], [null, [], { covered: 3, total: 4 }]);
  assert.deepEqual([artifact.component, artifact.unmeasured], [null, ["c.ts"]]);
});
