import assert from "node:assert/strict";
import { test } from "node:test";
import { gitRepository, scratch } from "@holdpoint/testkit";
import { bad, good, warn } from "../probe.ts";
import { fakeHost, ran } from "../testing.ts";
import { doctorText } from "./doctor.ts";

test("a table, with what to do, and a count at the end", () => {
  assert.equal(
    doctorText([
      good("node", "Node 24"),
      warn("clock", "it is late", "Sleep."),
      bad("git", "it is gone", "Install it."),
    ]),
    "good  node   Node 24\nwarn  clock  it is late. Sleep.\nbad   git    it is gone. Install it.\n\n" +
      "1 in the way of a verdict, 1 to look at",
  );
  assert.match(doctorText([good("a", "b")]), /Nothing is in the way of a verdict, 0 to look at$/);
});

test("ends with 1 where something is in the way, with 0 where nothing is", async (t) => {
  const nowhere = await ran(fakeHost(scratch(t)), "doctor", "--json");
  assert.equal(nowhere.exit, 1);
  const { healthy, probes } = JSON.parse(nowhere.stdout) as {
    healthy: boolean;
    probes: { id: string; state: string }[];
  };
  assert.equal(healthy, false);
  assert.deepEqual(
    probes.filter(({ state }) => state === "bad").map(({ id }) => id),
    ["repository", "config"],
  );
  const root = gitRepository(t, {
    "holdpoint.yaml": "version: 1\nservice: app\nprofiles: { release: { gates: { tests: } } }\n",
  });
  const { exit, stdout } = await ran(fakeHost(root), "doctor");
  assert.equal(exit, 0, stdout);
  assert.match(stdout, /Nothing is in the way of a verdict/);
});
