import assert from "node:assert/strict";
import { test } from "node:test";
import { makeSigner } from "../keys/signer.ts";
import { MemoryStore, memoryTables } from "../testing-store.ts";
import { CONTRACT_ORIGIN, storeContract } from "./store-contract.ts";

const { signer } = makeSigner();

storeContract("memory", () => {
  const tables = memoryTables(CONTRACT_ORIGIN);
  return { open: () => new MemoryStore(tables, signer) };
});

test("what is kept in memory outlives the store that wrote it, as a file would", () => {
  const tables = memoryTables(CONTRACT_ORIGIN);
  const first = new MemoryStore(tables, signer);
  first.append([{ kind: "note", run: "r", body: { text: "kept" } }]);
  first.close();
  assert.equal(new MemoryStore(tables, signer).extent().count, 1);
});
