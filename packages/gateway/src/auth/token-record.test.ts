import assert from "node:assert/strict";
import { test } from "node:test";
import type { TokenRecord } from "./token-record.ts";
import { areRoles, formatTokens, isActorName, readTokens, TOKENS_MAX, TOKENS_SCHEMA } from "./token-record.ts";

const RECORD: TokenRecord = {
  id: "tok_0123456789ab",
  actor: "deploy-bot",
  roles: ["requester", "observer"],
  sha256: "a".repeat(64),
  createdAt: "2026-01-02T03:04:05.000Z",
};
const WIRE = {
  id: RECORD.id,
  actor: RECORD.actor,
  roles: RECORD.roles,
  sha256: RECORD.sha256,
  created_at: RECORD.createdAt,
};

function read(document: unknown): readonly TokenRecord[] {
  return readTokens(Buffer.from(typeof document === "string" ? document : JSON.stringify(document)), "tokens.json");
}

test("what was written is read", () => {
  const records = [RECORD, { ...RECORD, id: "tok_ffffffffffff", sha256: "b".repeat(64) }];
  assert.deepEqual(read(formatTokens(records)), records);
  assert.deepEqual(read(formatTokens([])), []);
});

const HARMS: readonly (readonly [name: string, document: unknown, detail: RegExp])[] = [
  ["no schema", { tokens: [] }, /"schema"/],
  ["another schema", { schema: "holdpoint/gateway-tokens/v2", tokens: [] }, /"schema"/],
  ["no list", { schema: TOKENS_SCHEMA, tokens: {} }, /list "tokens"/],
  ["a list only", [], /"schema"/],
  ["a token that is none", { schema: TOKENS_SCHEMA, tokens: [1] }, /tokens\[0\] must have exactly/],
  ...Object.entries({
    id: "tok_1",
    actor: "two words",
    roles: ["requester", "requester"],
    sha256: "A".repeat(64),
    created_at: "yesterday",
  }).map(([name, value]): [string, unknown, RegExp] => [
    `a wrong ${name}`,
    { schema: TOKENS_SCHEMA, tokens: [{ ...WIRE, [name]: value }] },
    new RegExp(`tokens\\[0\\]\\.${name} `),
  ]),
  ["an unknown role", { schema: TOKENS_SCHEMA, tokens: [{ ...WIRE, roles: ["root"] }] }, /roles/],
  ["no role", { schema: TOKENS_SCHEMA, tokens: [{ ...WIRE, roles: [] }] }, /roles/],
  ["a key too many", { schema: TOKENS_SCHEMA, tokens: [{ ...WIRE, token: "hp_" }] }, /exactly the keys/],
  ["a key too few", { schema: TOKENS_SCHEMA, tokens: [{ ...WIRE, actor: undefined }] }, /exactly the keys/],
  ["the same token twice", { schema: TOKENS_SCHEMA, tokens: [WIRE, WIRE] }, /same id/],
  [
    "the same digest twice",
    { schema: TOKENS_SCHEMA, tokens: [WIRE, { ...WIRE, id: "tok_ffffffffffff" }] },
    /same sha256/,
  ],
  ["too many", { schema: TOKENS_SCHEMA, tokens: Array.from({ length: TOKENS_MAX + 1 }, () => 0) }, /at most 10000/],
];

for (const [name, document, message] of HARMS) {
  test(`a file with ${name} refuses the whole, and names it`, () => {
    assert.throws(() => read(document), { code: "HP-READ-NOT-THE-FORMAT", message, place: { file: "tokens.json" } });
  });
}

test("a file that is no JSON is refused with its place", () => {
  assert.throws(() => read("{"), { code: "HP-READ-TRUNCATED" });
  assert.throws(() => read(""), { code: "HP-READ-EMPTY" });
});

test("names and roles", () => {
  for (const name of ["a", "deploy-bot", "A.b_c-9", "x".repeat(64)]) assert.ok(isActorName(name), name);
  for (const name of ["", "x".repeat(65), "two words", "a\n", "é", "a/b"]) assert.ok(!isActorName(name), name);
  assert.ok(areRoles(["approver", "operator"]));
  for (const roles of [[], ["root"], ["approver", "approver"], [1]]) assert.ok(!areRoles(roles));
});
