import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import { readLoad } from "./read-load.ts";

const PLAN = `version: 1
url: http://127.0.0.1:1
phases: [{ name: main, rate: 1, duration: 1s }, { name: peak, rate: 9, duration: 1s }]
requests: [{ method: GET, path: /a, endpoint: look, tags: [cheap] }]
`;

function trouble(objective: string): string {
  try {
    readLoad(Buffer.from(`${PLAN}objectives: ["p99 < 1s", "${objective}"]\n`), "load.yaml", { text: () => "" });
    return "";
  } catch (thrown) {
    assert.ok(isHoldpointError(thrown));
    return `${thrown.place.line}:${thrown.place.column} ${thrown.message}`;
  }
}

describe("what an objective is about", () => {
  for (const scope of ["in phase:peak", "on endpoint:look", "on tag:cheap"]) {
    test(`${scope} is there`, () => assert.equal(trouble(`p99 < 300ms ${scope}`), ""));
  }

  for (const [scope, told] of [
    ["in phase:peek", /^5:26 .*there is no phase "peek"; there are main, peak/],
    ["on endpoint:toString", /there is no endpoint "toString"; there are look/],
    ["on tag:dear", /there is no tag "dear"; there are cheap/],
  ] as const) {
    test(`${scope} is not, and is told before anything is sent`, () =>
      assert.match(trouble(`p99 < 300ms ${scope}`), told));
  }
});
