import type { ApplierPlan, ParameterPlan, TuningPlan, TuningRule } from "@holdpoint/core";
import { REVERT_RULE } from "@holdpoint/core";

/** What is wrong with a plan, and where: `rules[2].parameter`, or empty for the whole of it. */
export interface TuningProblem {
  readonly at: string;
  readonly text: string;
}

const NAMED: unknown = {};

/**
 * Everything that contradicts itself in the part of a soak's plan that tunes; whoever read it knows file and line.
 *
 * @example
 * tuningProblems({ ...plan, rules: [{ ...rule, kpi: "p59" }] }); // [{ at: "rules[0].kpi", … }]
 */
export function tuningProblems(plan: TuningPlan & { readonly applier: ApplierPlan | null }): readonly TuningProblem[] {
  const { parameters, rules, kpis, applier } = plan;
  return [
    ...twice(
      "parameters",
      "path",
      parameters.map(({ path }) => path),
    ),
    ...twice(
      "rules",
      "id",
      rules.map(({ id }) => id),
    ),
    ...twice(
      "kpis",
      "id",
      kpis.map(({ id }) => id),
    ),
    ...parameters.flatMap((parameter, index) => parameterProblems(parameter, `parameters[${index}]`)),
    ...rules.flatMap((rule, index) => ruleProblems(rule, plan, `rules[${index}]`)),
    ...guardProblems(plan),
    ...(rules.length > 0 && applier === null ? [problem("applier", "there are rules and no way to the target")] : []),
  ];
}

function problem(at: string, text: string): TuningProblem {
  return { at, text };
}

function twice(list: string, member: string, names: readonly string[]): readonly TuningProblem[] {
  return names.flatMap((name, index) => {
    const at = `${list}[${index}].${member}`;
    if (name === "" || name in (NAMED as object)) return [problem(at, `'${name}' cannot be a name`)];
    return names.indexOf(name) === index ? [] : [problem(at, `'${name}' is there twice`)];
  });
}

function parameterProblems(
  { path, type, min, max, step, cooldown }: ParameterPlan,
  at: string,
): readonly TuningProblem[] {
  const problems: TuningProblem[] = [];
  const check = (member: string, isRight: boolean, text: string): void => {
    if (!isRight) problems.push(problem(`${at}.${member}`, text));
  };
  check(
    "path",
    path.split(".").every((part) => part !== "" && !(part in (NAMED as object))),
    `'${path}' is no dotted path`,
  );
  check("max", Number.isFinite(min) && Number.isFinite(max) && min <= max, `${min} to ${max} is no range`);
  check("step", Number.isFinite(step) && step > 0, `a step of ${step} goes nowhere`);
  check("cooldown", Number.isSafeInteger(cooldown) && cooldown >= 0, "must be a whole number of iterations");
  if (type === "integer") {
    check("type", [min, max, step].every(Number.isSafeInteger), "bounds and step of an integer are whole numbers");
  }
  if (type === "boolean") check("type", min === 0 && max === 1 && step === 1, "a truth value has 0, 1 and the step 1");
  return problems;
}

function ruleProblems(rule: TuningRule, { kpis, parameters }: TuningPlan, at: string): readonly TuningProblem[] {
  const problems: TuningProblem[] = [];
  const parameter = parameters.find(({ path }) => path === rule.parameter);
  if (rule.id === REVERT_RULE) problems.push(problem(`${at}.id`, `'${REVERT_RULE}' stands for going back`));
  if (!kpis.some(({ id }) => id === rule.kpi)) problems.push(problem(`${at}.kpi`, `there is no KPI '${rule.kpi}'`));
  if (parameter === undefined) {
    problems.push(problem(`${at}.parameter`, `there is no parameter '${rule.parameter}'`));
  } else if (Math.abs(rule.delta) > parameter.step) {
    problems.push(problem(`${at}.delta`, `${rule.delta} is more than the step of ${parameter.step}`));
  } else if (parameter.type !== "number" && !Number.isSafeInteger(rule.delta)) {
    problems.push(problem(`${at}.delta`, `${rule.delta} is no change of an ${parameter.type}`));
  }
  if (rule.delta === 0 || !Number.isFinite(rule.delta)) problems.push(problem(`${at}.delta`, "changes nothing"));
  if (!Number.isFinite(rule.when.value)) problems.push(problem(`${at}.when`, "is no bound"));
  return problems;
}

function guardProblems({ guards, kpis, parameters }: TuningPlan): readonly TuningProblem[] {
  const problems: TuningProblem[] = [];
  const check = (at: string, isRight: boolean, text: string): void => {
    if (!isRight) problems.push(problem(`guards.${at}`, text));
  };
  const isTime = (ms: number): boolean => Number.isSafeInteger(ms) && ms >= 0;
  const { debounce, oscillation, velocity, latency, freeze, steady } = guards;
  check("debounce", isTime(debounce.openMs) && isTime(debounce.closeMs), "must be whole milliseconds");
  check("oscillation.window", Number.isSafeInteger(oscillation.window) && oscillation.window >= 1, "must be 1 or more");
  const turns = oscillation.signChanges;
  check("oscillation.signChanges", Number.isSafeInteger(turns) && turns >= 1, "must be 1 or more");
  for (const [path, perHourMax] of Object.entries(velocity.perHour)) {
    const isDeclared = parameters.some((parameter) => parameter.path === path);
    check(`velocity.perHour.${path}`, isDeclared, `there is no parameter '${path}'`);
    check(`velocity.perHour.${path}`, Number.isFinite(perHourMax) && perHourMax >= 0, "must be 0 or more");
  }
  if (latency !== null) {
    const { kpi, softMs, hardMs } = latency;
    check(
      "latency.kpi",
      kpis.some(({ id }) => id === kpi),
      `there is no KPI '${kpi}'`,
    );
    check("latency.hardMs", softMs > 0 && softMs < hardMs, `${softMs} ms must be below ${hardMs} ms, and above 0`);
  }
  for (const name of freeze.freezable) {
    check("freeze.freezable", !freeze.never.includes(name), `'${name}' is never to be frozen`);
    check("freeze.freezable", name !== "" && !(name in (NAMED as object)), `'${name}' cannot be a name`);
  }
  check("freeze.minMs", isTime(freeze.minMs), "must be whole milliseconds");
  if (steady !== null) {
    const isCount = (count: number): boolean => Number.isSafeInteger(count) && count >= 1;
    check("steady", isCount(steady.good) && isCount(steady.frozen), "must be iterations, 1 or more");
  }
  return problems;
}
