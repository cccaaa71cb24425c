import { accepted, knobOf, readOverrides, writeOverrides } from "./overrides.ts";

/** Makes the maker read its overrides again; what it does not take is written back as it took it. */
const [file = ".state/overrides.json"] = process.argv.slice(2);
const wanted = readOverrides(file, false);
const taken = accepted(wanted, knobOf(process.env["MARKET_KNOB"]));
if (taken !== wanted) writeOverrides(file, taken);
