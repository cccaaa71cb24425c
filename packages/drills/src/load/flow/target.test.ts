import assert from "node:assert/strict";
import { test } from "node:test";
import { joinPath, targetOf } from "./target.ts";

test("a base URL gives its path and query to every request", () => {
  const cases: readonly (readonly [url: string, path: string, joined: string])[] = [
    ["http://h", "", "/"],
    ["http://h", "/a?b=1", "/a?b=1"],
    ["http://h/v1", "/items", "/v1/items"],
    ["http://h/v1/", "/items", "/v1/items"],
    ["http://h/v1", "items", "/v1/items"],
    ["http://h/v1", "/", "/v1/"],
    ["http://h/v1", "?x=1", "/v1?x=1"],
    ["http://h/v1?k=2", "", "/v1?k=2"],
    ["http://h/v1?k=2", "/a", "/v1/a?k=2"],
    ["http://h/v1?k=2", "/a?x=1", "/v1/a?k=2&x=1"],
    ["http://h", "/a?", "/a"],
  ];
  for (const [url, path, joined] of cases) assert.equal(joinPath(targetOf(url), path), joined, `${url} ${path}`);
});

test("the host is said with its port unless it is the usual one", () => {
  assert.equal(targetOf("http://example.org:80/").host, "example.org");
  assert.equal(targetOf("https://example.org:8443").host, "example.org:8443");
  assert.equal(targetOf("ws://[::1]:9").host, "[::1]:9");
});

test("other URLs are refused, and credentials are not repeated", () => {
  for (const url of ["", "example.org", "ftp://h", "http://"]) {
    assert.throws(() => targetOf(url), { code: "HP-LOAD-REQUEST" }, url);
  }
  assert.throws(
    () => targetOf("http://ann:secret@h"),
    (thrown: Error) => !thrown.message.includes("secret"),
  );
});
