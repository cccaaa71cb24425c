import assert from "node:assert/strict";
import { test } from "node:test";
import { sonarXml } from "./sonar.ts";
import { artifactFile, marksOf, wholeOf } from "./testing-artifacts.ts";

test("lines and branches as SonarQube's generic format has them", () => {
  const part = wholeOf([
    artifactFile("src/a.ts", marksOf("1:3 2:0 9:1", "2:0/2 4:1/3")),
    artifactFile("src/totals-only.ts", null),
    artifactFile(`src/"<b>.ts`, marksOf("1:0")),
  ]);
  assert.equal(
    sonarXml(part),
    `<?xml version="1.0" encoding="UTF-8"?>
<coverage version="1">
<file path="src/a.ts">
<lineToCover lineNumber="1" covered="true"/>
<lineToCover lineNumber="2" covered="false" branchesToCover="5" coveredBranches="1"/>
<lineToCover lineNumber="9" covered="true"/>
</file>
<file path="src/&quot;&lt;b&gt;.ts">
<lineToCover lineNumber="1" covered="false"/>
</file>
</coverage>
`,
  );
});
