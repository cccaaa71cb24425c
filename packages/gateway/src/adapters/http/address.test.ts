import assert from "node:assert/strict";
import { test } from "node:test";
import { parseAddress } from "./address.ts";
import { contains, parseNetwork } from "./network.ts";

function hex(text: string): string | null {
  const address = parseAddress(text);
  return address === null ? null : `${address.family}:${address.value.toString(16)}`;
}

test("addresses in their strict form are read", () => {
  const cases: Readonly<Record<string, string>> = {
    "0.0.0.0": "4:0",
    "127.0.0.1": "4:7f000001",
    "255.255.255.255": "4:ffffffff",
    "::": "6:0",
    "::1": "6:1",
    "1::": "6:10000000000000000000000000000",
    "2001:db8::8:800:200C:417A": "6:20010db80000000000080800200c417a",
    "1:2:3:4:5:6:7:8": "6:10002000300040005000600070008",
    "1:2:3:4:5:6:7::": "6:10002000300040005000600070000",
    "64:ff9b::192.0.2.33": "6:64ff9b0000000000000000c0000221",
    "::ffff:127.0.0.1": "4:7f000001",
    "::FFFF:7f00:1": "4:7f000001",
    "0:0:0:0:0:ffff:10.1.2.3": "4:a010203",
    "::127.0.0.1": "6:7f000001",
  };
  for (const [text, expected] of Object.entries(cases)) assert.equal(hex(text), expected, text);
});

test("odd forms are none: short, octal, hexadecimal, decimal, with zones, ports, brackets", () => {
  const odd = [
    "",
    "127.1",
    "127.0.1",
    "0177.0.0.1",
    "127.0.0.01",
    "0x7f.0.0.1",
    "0x7f000001",
    "2130706433",
    "256.0.0.1",
    "1.2.3.4.5",
    "1.2.3.",
    ".1.2.3",
    " 1.2.3.4",
    "1.2.3.4 ",
    "1.2.3.4/8",
    "1e1.2.3.4",
    "localhost",
    ":",
    ":::",
    "1:::2",
    "1::2::3",
    "::1%eth0",
    "[::1]",
    "[::1]:80",
    "1:2:3:4:5:6:7",
    "1:2:3:4:5:6:7:8:9",
    "1:2:3:4:5:6:7:8::",
    ":1:2:3:4:5:6:7",
    "12345::",
    "g::",
    "::1.2.3",
    "::1.2.3.256",
    "1.2.3.4::",
    "::1.2.3.4:5",
    "::0x1",
  ];
  for (const text of odd) assert.equal(hex(text), null, text);
});

test("networks hold what is in them, also in IPv6 clothes", () => {
  const inside = (network: string, address: string): boolean => {
    const [parsed, of] = [parseNetwork(network), parseAddress(address)];
    return parsed !== null && of !== null ? contains(parsed, of) : assert.fail(`${network} or ${address}`);
  };
  assert.equal(inside("10.0.0.0/8", "10.255.0.1"), true);
  assert.equal(inside("10.0.0.0/8", "11.0.0.1"), false);
  assert.equal(inside("10.0.0.0/8", "::ffff:10.0.0.1"), true);
  assert.equal(inside("::ffff:10.0.0.0/104", "10.0.0.1"), true);
  assert.equal(inside("10.1.2.3/8", "10.9.9.9"), true);
  assert.equal(inside("0.0.0.0/0", "8.8.8.8"), true);
  assert.equal(inside("0.0.0.0/0", "::1"), false);
  assert.equal(inside("::/0", "8.8.8.8"), false);
  assert.equal(inside("127.0.0.1/32", "127.0.0.2"), false);
  assert.equal(inside("fd00::/8", "fdff::1"), true);
  assert.equal(inside("::1/128", "::2"), false);
});

test("what is no network is none", () => {
  const none = [
    "",
    "10.0.0.0",
    "10.0.0.0/",
    "10.0.0.0/33",
    "10.0.0.0/-1",
    "10.0.0.0/08",
    "10.0.0.0/8/8",
    "::/129",
    "x/8",
  ];
  for (const text of [...none, "::ffff:10.0.0.0/95", "10.0.0/8"]) assert.equal(parseNetwork(text), null, text);
});
