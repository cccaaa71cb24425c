import assert from "node:assert/strict";
import { test } from "node:test";
import { commitTime } from "./commit-time.ts";

const commit = (committer: string, message = "a\n"): string =>
  `tree 1\nauthor A <a@example.invalid> 1 +0000\ncommitter ${committer}\n\n${message}`;

test("the committer's time counts, in UTC", () => {
  assert.equal(commitTime(commit("B > <b@example.invalid> 1767225600 +0200")), "2026-01-01T00:00:00.000Z");
});

test("a line of the message is not the committer's", () => {
  assert.throws(() => commitTime(commit("B <b> soon", "x\n\ncommitter C <c> 1 +0000\n")), { code: "HP-REPO-GIT" });
});

test("a time beyond what a date can be is refused", () => {
  assert.throws(() => commitTime(commit("B <b> 999999999999999 +0000")), { code: "HP-REPO-GIT" });
});
