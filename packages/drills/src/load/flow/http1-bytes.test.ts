import assert from "node:assert/strict";
import { test } from "node:test";
import { completeHeaders, escapePath, http1Bytes } from "./http1-bytes.ts";

test("a request line cannot be left: what does not belong into a path is escaped, what is escaped stays", () => {
  assert.equal(escapePath("/a/b?x=1&y=%20;z:@!$'()*+,-._~[1]"), "/a/b?x=1&y=%20;z:@!$'()*+,-._~[1]");
  assert.equal(escapePath("/a b\r\nX: y"), "/a%20b%0D%0AX:%20y");
  assert.equal(escapePath("/ä/😀#f"), "/%C3%A4/%F0%9F%98%80%23f");
  assert.equal(escapePath('/"<>\\^`{|}\u007F'), "/%22%3C%3E%5C%5E%60%7B%7C%7D%7F");
  assert.equal(escapePath("/\uD800"), "/%EF%BF%BD");
});

test("headers that the plan leaves out are added once, those that it names are left alone", () => {
  const terms = { method: "GET", host: "h:1", bodyBytes: null };
  assert.deepEqual(completeHeaders([], terms), [
    ["host", "h:1"],
    ["user-agent", "holdpoint-load"],
    ["accept", "*/*"],
  ]);
  const own = [
    ["Host", "other"],
    ["USER-AGENT", "me"],
    ["Accept", "text/html"],
    ["x", "1"],
    ["x", "2"],
  ] as const;
  assert.deepEqual(completeHeaders(own, terms), own);
  const lengths = (method: string, bodyBytes: number | null): string | undefined =>
    completeHeaders([], { method, host: "h", bodyBytes }).find(([name]) => name === "content-length")?.[1];
  assert.deepEqual(
    [lengths("POST", null), lengths("GET", null), lengths("GET", 0), lengths("PUT", 7)],
    ["0", undefined, "0", "7"],
  );
});

test("the bytes: by hand", () => {
  const request = { method: "POST", path: "/a?b", headers: [["host", "h"]] as const, body: Buffer.from("é") };
  assert.deepEqual(http1Bytes(request), Buffer.from("POST /a?b HTTP/1.1\r\nhost: h\r\n\r\né"));
  assert.equal(http1Bytes({ ...request, body: null }).toString(), "POST /a?b HTTP/1.1\r\nhost: h\r\n\r\n");
});
