import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json } from "@holdpoint/core";
import { Shape, ShapeError } from "../json/shape.ts";
import type { Signer } from "../keys/signer.ts";
import { makeSigner } from "../keys/signer.ts";
import { EXCEPTION, RESOLUTION, REVIEW } from "../testing-exceptions.ts";
import type { Governance, GovernanceFile } from "./governance.ts";
import { readException, readExceptionEvent } from "./read-exception.ts";
import { readGovernanceFiles } from "./read-governance.ts";
import { GOVERNANCE_FOLDER } from "./records.ts";
import { approveGovernance, governanceKey, signGovernance } from "./sign-record.ts";

const [ana, ben, eve] = [1, 2, 3].map(() => makeSigner().signer) as [Signer, Signer, Signer];

function keyFile(owner: string, signer: Signer): GovernanceFile {
  const id = owner.toLowerCase();
  const record = governanceKey(signer, { id, owner, use: "person", createdAt: EXCEPTION.createdAt });
  return { kind: "key", file: `keys/${id}.json`, bytes: Buffer.from(signGovernance("key", record, [signer])) };
}

function fileOf(kind: "exception" | "exception-event", text: string, name: string): GovernanceFile {
  return { kind, file: `${GOVERNANCE_FOLDER[kind]}/${name}.dsse.json`, bytes: Buffer.from(text) };
}

const read = (...files: readonly GovernanceFile[]): Governance =>
  readGovernanceFiles([keyFile("Ana", ana), keyFile("Ben", ben), keyFile("Eve", eve), ...files]);
const problems = ({ problems: list }: Governance): string[] => list.map(({ file, code }) => `${code} ${file}`);
const shapeOf = (value: object): Shape => new Shape(value as Json, "record");
const exceptionFile = `exceptions/${EXCEPTION.id}.dsse.json`;

test("an exception needs the keys of two people and its own name", () => {
  const owned = signGovernance("exception", EXCEPTION, [ben]);
  assert.deepEqual(problems(read(fileOf("exception", owned, EXCEPTION.id))), [`signature-missing ${exceptionFile}`]);
  assert.deepEqual(problems(read(fileOf("exception", approveGovernance(owned, eve), EXCEPTION.id))), [
    `signature-missing ${exceptionFile}`,
  ]);
  const whole = approveGovernance(owned, ana);
  const good = read(fileOf("exception", whole, EXCEPTION.id));
  assert.deepEqual([problems(good), good.exceptions.length], [[], 1]);
  const copied = read(fileOf("exception", whole, "other"));
  assert.deepEqual([problems(copied), copied.exceptions], [["misnamed exceptions/other.dsse.json"], []]);
});

test("an event needs the key of whoever it names", () => {
  const name = "end";
  const good = read(fileOf("exception-event", signGovernance("exception-event", RESOLUTION, [ben]), name));
  assert.deepEqual([problems(good), good.exceptionEvents.length], [[], 1]);
  const forged = read(fileOf("exception-event", signGovernance("exception-event", RESOLUTION, [eve]), name));
  assert.deepEqual(
    [problems(forged), forged.exceptionEvents],
    [["signature-missing exception-events/end.dsse.json"], []],
  );
});

const NO_EXCEPTION: readonly object[] = [
  { id: "../x" },
  { path: "" },
  { metric: "mood" },
  { type: "Two words" },
  { rationale: " " },
  { mitigation: "" },
  { owner: "" },
  { approver: "Ben" },
  { atDecision: null },
  { atDecision: { covered: 3, total: 2 } },
  { atDecision: { covered: -1, total: 2 } },
  { nextReviewAt: EXCEPTION.createdAt },
  { nextReviewAt: "2027-01-01T00:00:01Z" },
  { expiresAt: EXCEPTION.createdAt },
  { schema: "holdpoint/exception/v2" },
];

test("an exception that leaves something open is none", () => {
  assert.deepEqual(readException(shapeOf(EXCEPTION)), EXCEPTION);
  for (const wrong of NO_EXCEPTION) {
    const shape = shapeOf({ ...EXCEPTION, ...wrong });
    assert.throws(() => readException(shape), ShapeError, JSON.stringify(wrong));
  }
});

test("an event says what belongs to it and nothing else", () => {
  for (const whole of [REVIEW, RESOLUTION, { ...RESOLUTION, final: null }]) {
    assert.deepEqual(readExceptionEvent(shapeOf(whole)), whole);
  }
  const wrong: readonly object[] = [
    { ...REVIEW, note: "" },
    { ...REVIEW, note: null },
    { ...REVIEW, nextReviewAt: null },
    { ...REVIEW, nextReviewAt: REVIEW.at },
    { ...REVIEW, why: "reached" },
    { ...REVIEW, final: { covered: 1, total: 1 } },
    { ...RESOLUTION, why: null },
    { ...RESOLUTION, why: "tired" },
    { ...RESOLUTION, note: "and yet" },
    { ...RESOLUTION, nextReviewAt: "2028-01-01T00:00:00Z" },
    { ...RESOLUTION, final: { covered: 2, total: 1 } },
    { ...RESOLUTION, event: "forgotten" },
    { ...RESOLUTION, digest: "sha256:short" },
  ];
  for (const event of wrong) {
    assert.throws(() => readExceptionEvent(shapeOf(event)), ShapeError, JSON.stringify(event));
  }
});
