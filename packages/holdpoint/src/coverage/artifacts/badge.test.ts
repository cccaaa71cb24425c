import assert from "node:assert/strict";
import { test } from "node:test";
import { BANDS } from "@holdpoint/core";
import { HOSTILE } from "../../reporters/fixture/hostile.ts";
import { badgeSvg } from "./badge.ts";

const value = (svg: string): string | undefined => /aria-label="[^"]*: ([^"]*)"/.exec(svg)?.[1];
const ground = (svg: string): string | undefined => [...svg.matchAll(/fill="(#[0-9a-f]{6})"\/>/g)][1]?.[1];

test("a badge never rounds up, and says what is not known", () => {
  assert.equal(value(badgeSvg("coverage", { covered: 2071, total: 2072 })), "99.9%");
  assert.equal(value(badgeSvg("coverage", { covered: 3, total: 3 })), "100.0%");
  assert.equal(value(badgeSvg("coverage", { covered: 0, total: 0 })), "0 of 0");
  assert.equal(value(badgeSvg("coverage", null)), "not measured");
});

test("every ground is dark enough for white letters", () => {
  const shares = [100, 95, 80, 60, 30, 10, 0].map((covered) => badgeSvg("c", { covered, total: 100 }));
  assert.equal(shares.length, BANDS.length);
  for (const svg of [...shares, badgeSvg("c", null)]) {
    const channels =
      /#(..)(..)(..)/
        .exec(ground(svg) ?? "")
        ?.slice(1)
        .map((hex) => Number.parseInt(hex, 16) / 255) ?? [];
    const [r = 1, g = 1, b = 1] = channels.map((part) =>
      part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
    );
    const contrast = 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
    assert.ok(contrast >= 4.5, `${ground(svg)} ${contrast}`);
  }
});

test("hostile labels stay text", () => {
  for (const text of HOSTILE) {
    const svg = badgeSvg(text, null);
    assert.equal(svg.match(/<[a-z]+/g)?.join(), "<svg,<title,<rect,<rect,<g,<text,<text");
  }
});
