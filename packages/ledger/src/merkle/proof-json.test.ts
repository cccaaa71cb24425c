import assert from "node:assert/strict";
import { test } from "node:test";
import { leafHash } from "./hash.ts";
import { hashesFromBase64, hashesToBase64 } from "./proof-json.ts";

test("hashes go into a file and come back", () => {
  const hashes = [leafHash(Buffer.from("a")), leafHash(Buffer.from("b"))];
  assert.deepEqual(hashesFromBase64(hashesToBase64(hashes)), hashes);
  assert.deepEqual(hashesFromBase64([]), []);
});

test("one that is no hash makes the whole list none", () => {
  const [good = ""] = hashesToBase64([leafHash(Buffer.from("a"))]);
  const wrong = [
    "",
    "AAAA",
    `${good}\n`,
    ` ${good}`,
    good.slice(0, -1),
    good.replace("=", ""),
    Buffer.alloc(33).toString("base64"),
  ];
  for (const text of wrong) assert.equal(hashesFromBase64([good, text]), null, JSON.stringify(text));
});
