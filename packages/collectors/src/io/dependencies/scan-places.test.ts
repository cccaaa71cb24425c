import assert from "node:assert/strict";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import { PlaceDigester } from "./place-digest.ts";
import { scanPlaces } from "./scan-places.ts";

test("packages, links, loose files and commands are told apart", (t) => {
  const root = scratch(t, {
    "node_modules/a/index.js": "",
    "node_modules/a/node_modules/b/index.js": "",
    "node_modules/@s/c/index.js": "",
    "node_modules/@s/.hidden/x": "",
    "node_modules/loose.js": "",
    "node_modules/.cache/x": "",
    "node_modules/.bin/run": "",
    "node_modules/a/node_modules/.bin/run": "",
    "packages/own/node_modules/d/index.js": "",
    "packages/other/node_modules/e/index.js": "",
  });
  symlinkSync("../packages/own", join(root, "node_modules/own"));
  assert.deepEqual(Object.fromEntries(scanPlaces(root, ["", "packages/own"])), {
    "node_modules/.bin": "bin",
    "node_modules/@s/c": "folder",
    "node_modules/a": "folder",
    "node_modules/a/node_modules/.bin": "bin",
    "node_modules/a/node_modules/b": "folder",
    "node_modules/loose.js": "file",
    "node_modules/own": "link",
    "packages/own/node_modules/d": "folder",
  });
});

test("a link is never followed, so that a circle ends", (t) => {
  const root = scratch(t, { "node_modules/a/index.js": "" });
  symlinkSync("..", join(root, "node_modules/a/node_modules"));
  symlinkSync(".", join(root, "node_modules/circle"));
  assert.deepEqual(Object.fromEntries(scanPlaces(root, [""])), {
    "node_modules/a": "folder",
    "node_modules/a/node_modules": "link",
    "node_modules/circle": "link",
  });
});

test("nothing installed has no places", (t) => {
  assert.equal(scanPlaces(scratch(t), ["", "packages/none"]).size, 0);
});

test("a folder without files has a digest of its own, and a missing one is an error", (t) => {
  const root = scratch(t);
  mkdirSync(join(root, "empty"));
  assert.match(new PlaceDigester(root).digest("empty", "folder"), /^sha256:[0-9a-f]{64}$/);
  assert.throws(() => new PlaceDigester(root).digest("none", "folder"), {
    code: "HP-READ-FAILED",
    place: { file: "none" },
  });
});
