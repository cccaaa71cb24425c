import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { bodyOnly } from "./body-only.ts";
import { completeHeaders, escapePath, http1Bytes } from "./http1-bytes.ts";
import { joinPath, targetOf } from "./target.ts";

const TARGET = targetOf("http://h.example:8080/base?k=1");
const ECHO = [(text: string): string => text] as const;

describe("requests of which only the body changes", () => {
  test("are byte for byte what is put together anew each time", () => {
    const heads = [
      { path: "", headers: [] },
      { path: "/a ä?x=1", headers: [["Host", "other"]] as const },
      {
        path: "/a",
        headers: [
          ["USER-AGENT", "me"],
          ["accept", "text/html"],
          ["x", "1"],
          ["x", "2"],
        ] as const,
      },
    ];
    const bodies = ["", "{}", "ä😀", "\uD800", "a\r\n\r\nGET / HTTP/1.1", "x".repeat(20_000)];
    let compared = 0;
    for (const method of ["POST", "DELETE", "GET"]) {
      for (const { path, headers } of heads) {
        const make = bodyOnly(method, TARGET, { path, headers, body: ECHO });
        for (const text of bodies) {
          const body = Buffer.from(text, "utf8");
          const whole = escapePath(joinPath(TARGET, path));
          const complete = completeHeaders(headers, { method, host: TARGET.host, bodyBytes: body.length });
          const parts = { method, path: whole, headers: complete, body };
          assert.deepEqual(make?.(text), { ...parts, http1: http1Bytes(parts) });
          compared += 1;
        }
      }
    }
    assert.equal(compared, 54);
  });

  test("one does not change with the next", () => {
    const make = bodyOnly("POST", TARGET, { path: "", headers: [], body: ["<", ...ECHO, ">"] });
    const first = make?.("1");
    const second = make?.("22");
    assert.deepEqual([first?.body?.toString(), second?.body?.toString()], ["<1>", "<22>"]);
    assert.deepEqual(
      [first?.headers.at(-1), second?.headers.at(-1)],
      [
        ["content-length", "3"],
        ["content-length", "4"],
      ],
    );
    assert.match(first?.http1.toString() ?? "", /^POST \/base\?k=1 HTTP\/1\.1\r\n[^]*content-length: 3\r\n\r\n<1>$/);
  });

  test("there are none where something else is filled in as well, or nothing at all", () => {
    const fixed = { path: "/", headers: [["x", "1"]] as const, body: ECHO };
    assert.notEqual(bodyOnly("POST", TARGET, fixed), null);
    assert.equal(bodyOnly("POST", TARGET, { ...fixed, path: ["/", ...ECHO] }), null);
    assert.equal(
      bodyOnly("POST", TARGET, {
        ...fixed,
        headers: [
          ["x", "1"],
          ["y", ECHO],
        ],
      }),
      null,
    );
    assert.equal(bodyOnly("POST", TARGET, { ...fixed, body: "{}" }), null);
    assert.equal(bodyOnly("POST", TARGET, { ...fixed, body: null }), null);
  });
});
