import type { Check, CheckInput, CoverageRemark, Finding } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { coverageReports } from "../../../evidence/coverage-files.ts";
import { stringsParam } from "../../../params.ts";
import { place } from "../../../place.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const fail = stringsParam(input.params, "fail");
  const allow = stringsParam(input.params, "allow");
  const reports = coverageReports(input);
  const remarks = reports.flatMap((report) => report.remarks).filter(({ code }) => !allow.includes(code));
  const failing = remarks.filter(({ code }) => fail.includes(code));
  const warning = remarks.filter(({ code }) => !fail.includes(code));
  return conclude([...problem("fail", "remark-fails", failing), ...problem("warn", "remark", warning)], {
    reason: `nothing odd in ${count(reports.length, "report")}`,
    observed: remarks.length,
    threshold: 0,
  });
}

function problem(outcome: "fail" | "warn", code: string, remarks: readonly CoverageRemark[]): Problem[] {
  const [first] = remarks;
  if (first === undefined) return [];
  const codes = [...new Set(remarks.map((remark) => remark.code))].sort().join(", ");
  return [
    {
      outcome,
      code,
      text: `${count(remarks.length, "remark")} (${codes}), first ${first.file}:${first.line}: ${first.text}`,
      observed: remarks.length,
      threshold: 0,
      flip: "would pass with 0 remarks",
      locations: remarks.map(({ file, line, code: of, text: said }) => place(file, line, `${of}: ${said}`)),
    },
  ];
}
