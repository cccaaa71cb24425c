import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeXml } from "./decode.ts";

const text = (bytes: Uint8Array): string => decodeXml(bytes, "a.xml").toString("utf8");
const refused = (bytes: Uint8Array): void => {
  assert.throws(() => decodeXml(bytes, "a.xml"), { code: "HP-READ-ENCODING" });
};
const utf16 = (source: string): Buffer => Buffer.from(`\ufeff${source}`, "utf16le");

test("UTF-8 with and without mark, and everything TextDecoder knows by its declared name", () => {
  assert.equal(text(Buffer.from("\ufeff<a>é</a>")), "<a>é</a>");
  assert.equal(
    text(Buffer.from('<?xml version="1.0" encoding="us-ascii"?><a/>')),
    '<?xml version="1.0" encoding="us-ascii"?><a/>',
  );
  const latin = '<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>';
  assert.equal(text(Buffer.from(latin, "latin1")), latin);
  assert.equal(text(utf16("<a>é</a>")), "<a>é</a>");
  assert.equal(text(utf16("<a>é</a>").swap16()), "<a>é</a>");
});

test("bytes that contradict their encoding are refused", () => {
  refused(Buffer.from([0x3c, 0x61, 0xff, 0x3e]));
  refused(Buffer.from('<?xml version="1.0" encoding="klingon"?><a/>'));
  refused(Buffer.from('<?xml version="1.0" encoding="UTF-16"?><a/>'));
  refused(Buffer.from('\ufeff<?xml version="1.0" encoding="ISO-8859-1"?><a/>'));
  refused(Buffer.from([0xff, 0xfe, 0x3c]));
  refused(utf16("<a>\u0000</a>"));
  refused(Buffer.from("<a>\u0000</a>"));
});
