import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Linked } from "./linked.ts";
import { LinkedList } from "./linked.ts";

class Node implements Linked<Node> {
  before: Node | null = null;
  after: Node | null = null;
  readonly name: number;

  constructor(name: number) {
    this.name = name;
  }
}

function drained(list: LinkedList<Node>): number[] {
  const names: number[] = [];
  for (let node = list.shift(); node !== null; node = list.shift()) names.push(node.name);
  return names;
}

test("first in, first out, and out of the middle", () => {
  const list = new LinkedList<Node>();
  const nodes = [0, 1, 2, 3].map((name) => new Node(name));
  for (const node of nodes) list.push(node);
  const [first, second, , last] = nodes as [Node, Node, Node, Node];
  list.remove(second);
  list.remove(last);
  assert.deepEqual([list.size, list.first?.name], [2, 0]);
  list.push(second);
  assert.deepEqual(drained(list), [0, 2, 1]);
  assert.deepEqual([list.size, list.first, list.shift(), first.after], [0, null, null, null]);
});

test("it is an array with less to move", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { maxLength: 60 }), (moves) => {
      const list = new LinkedList<Node>();
      let model: Node[] = [];
      for (const [index, move] of moves.entries()) {
        const there = model[move % Math.max(1, model.length)];
        if (move < 10 || there === undefined) {
          const node = new Node(index);
          list.push(node);
          model.push(node);
        } else if (move < 15) {
          list.remove(there);
          model = model.filter((node) => node !== there);
        } else {
          assert.equal(list.shift(), model.shift() ?? null);
        }
        assert.equal(list.size, model.length);
      }
      assert.deepEqual(
        drained(list),
        model.map(({ name }) => name),
      );
    }),
  );
});
