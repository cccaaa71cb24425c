import assert from "node:assert/strict";
import { test } from "node:test";
import type { LookupAddress } from "node:dns";
import fc from "fast-check";
import { guardedLookup } from "../../io/adapter-lookup.ts";
import { destinationGuard } from "./destination-guard.ts";

const PRIVATE: readonly string[] = [
  "0.0.0.0",
  "0.1.2.3",
  "10.0.0.1",
  "100.64.0.1",
  "100.127.255.255",
  "127.0.0.1",
  "127.255.255.254",
  "169.254.169.254",
  "172.16.0.1",
  "172.31.255.255",
  "192.0.0.8",
  "192.0.2.1",
  "192.88.99.1",
  "192.168.1.1",
  "198.18.0.1",
  "198.19.255.255",
  "198.51.100.1",
  "203.0.113.9",
  "224.0.0.1",
  "239.255.255.250",
  "240.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "::127.0.0.1",
  "::ffff:127.0.0.1",
  "::ffff:169.254.169.254",
  "::ffff:a00:1",
  "::ffff:0:127.0.0.1",
  "64:ff9b::127.0.0.1",
  "64:ff9b::a9fe:a9fe",
  "64:ff9b:1::8.8.8.8",
  "100::1",
  "2001::1",
  "2001:10::1",
  "2001:db8::1",
  "2002:7f00:1::",
  "2002:808:808::1",
  "3fff::1",
  "5f00::1",
  "fc00::1",
  "fd00:ec2::254",
  "fe80::1",
  "fec0::1",
  "ff02::1",
];
const PUBLIC: readonly string[] = [
  "1.1.1.1",
  "8.8.8.8",
  "9.255.255.255",
  "11.0.0.0",
  "100.63.255.255",
  "100.128.0.0",
  "126.255.255.255",
  "128.0.0.0",
  "172.15.255.255",
  "172.32.0.0",
  "192.167.255.255",
  "223.255.255.255",
  "::ffff:8.8.8.8",
  "64:ff9b::8.8.8.8",
  "2001:4860:4860::8888",
  "2606:4700::1111",
  "2a00:1450::1",
];

test("what is not of the public Internet is refused, in every dress", () => {
  const guard = destinationGuard([]);
  for (const address of PRIVATE) assert.match(guard(address) ?? "none", /is not a public address/, address);
  for (const address of PUBLIC) assert.equal(guard(address), null, address);
});

test("what is no address is refused", () => {
  const guard = destinationGuard(["0.0.0.0/0", "::/0"]);
  for (const text of ["", "127.1", "0x7f.1", "0177.0.0.1", "localhost", "::1%lo"]) {
    assert.match(guard(text) ?? "none", /is not an address/, text);
  }
});

test("allowed networks let through what is in them and nothing else", () => {
  const guard = destinationGuard(["127.0.0.1/32", "fd00::/8"]);
  for (const address of ["127.0.0.1", "::ffff:127.0.0.1", "fd12::1", "8.8.8.8"])
    assert.equal(guard(address), null, address);
  for (const address of ["127.0.0.2", "10.0.0.1", "::1", "fc00::1"]) assert.notEqual(guard(address), null, address);
});

test("an IPv4 address in IPv6 clothes is judged as what it is", () => {
  const guard = destinationGuard([]);
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      const [a = 0, b = 0, c = 0, d = 0] = address.split(".").map(Number);
      const mapped = `::ffff:${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
      assert.equal(guard(mapped) === null, guard(address) === null);
      assert.equal(guard(`64:ff9b::${address}`) === null, guard(address) === null);
    }),
  );
});

type Told = { readonly error: Error | null; readonly addresses: unknown };

function lookup(answers: readonly LookupAddress[] | Error, all = true): Told & { readonly asked: number } {
  let asked = 0;
  let told: Told = { error: null, addresses: null };
  const resolve = guardedLookup(destinationGuard(["10.0.0.0/8"]), (_hostname, done) => {
    asked += 1;
    if (answers instanceof Error) done(answers, []);
    else done(null, answers);
  });
  resolve("shop.example", { all }, (error, addresses) => {
    told = { error, addresses };
  });
  return { ...told, asked };
}

test("a name is resolved once, and what was judged is what is connected to", () => {
  const answers = [
    { address: "8.8.8.8", family: 4 },
    { address: "10.1.2.3", family: 4 },
  ];
  assert.deepEqual(lookup(answers), { error: null, addresses: answers, asked: 1 });
  assert.deepEqual(lookup(answers, false).addresses, "8.8.8.8");
});

test("a name with one address that is refused is refused as a whole", () => {
  for (const address of ["127.0.0.1", "169.254.169.254", "::1", "nonsense"]) {
    const { error } = lookup([
      { address: "8.8.8.8", family: 4 },
      { address, family: 4 },
    ]);
    assert.equal((error as Error & { readonly code: unknown }).code, "HP-ACTION-DESTINATION", address);
    assert.match(error?.message ?? "", /^shop\.example: /);
  }
});

test("a name without addresses, or that does not resolve, fails", () => {
  assert.match(lookup([]).error?.message ?? "", /has no address/);
  assert.match(lookup(new Error("ENOTFOUND")).error?.message ?? "", /ENOTFOUND/);
});
