import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readExposition, validateExposition } from "@holdpoint/core";
import { readFile, withFolder } from "../../io/plant-files.ts";
import { scrapedService, SECOND } from "./scraped-service.ts";

const FIRST = "metrics/scrape-1.prom";

test("both scrapes of both formats are sound, and apart", async () => {
  for (const format of ["classic", "openmetrics"] as const) {
    await withFolder(async (folder) => {
      await scrapedService(folder, format);
      const scrapes = [FIRST, SECOND].map((path) => {
        const [head = "", page = ""] = (readFile(folder, path) ?? "").split("\r\n\r\n");
        const contentType = /content-type: (.*)$/im.exec(head)?.[1] ?? null;
        return readExposition(page, { atMs: Math.trunc(statSync(join(folder, path)).mtimeMs), contentType });
      });
      assert.deepEqual(validateExposition(scrapes), []);
      assert.equal(scrapes[1]?.format, format === "classic" ? "prometheus" : "openmetrics");
      assert.ok((scrapes[1]?.atMs ?? 0) - (scrapes[0]?.atMs ?? 0) >= 14_000);
    });
  }
});
