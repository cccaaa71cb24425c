import type { CheckInput, ExpositionBody, ExpositionCode, ExpositionProblem, Finding, Location } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../bodies.ts";
import type { Problem } from "../conclude.ts";
import { conclude } from "../conclude.ts";
import { place } from "../place.ts";
import { count, listed } from "../text.ts";
import { deadEntries } from "./allow-list.ts";

/** Which of the validator's problems one reason of a check is about. */
export interface ProblemRule {
  readonly code: string;
  readonly claims: readonly ExpositionCode[];
  /** What is wrong, as a clause after the number of problems: `of histograms that contradict themselves`. */
  readonly text: string;
  /** Begins with `would`. */
  readonly flip: string;
  /** Default `fail`. */
  readonly outcome?: Problem["outcome"];
}

/** A problem with the page that it is of. */
export interface ToldProblem {
  readonly body: ExpositionBody;
  readonly problem: ExpositionProblem;
}

export function expositions(input: CheckInput): readonly ExpositionBody[] {
  return bodiesOf<ExpositionBody>(input, KIND.metricsExposition);
}

/** All problems of all pages that one of the codes names. */
export function toldProblems(bodies: readonly ExpositionBody[], claims: readonly string[]): readonly ToldProblem[] {
  return bodies.flatMap((body) =>
    body.problems.filter(({ code }) => claims.includes(code)).map((problem) => ({ body, problem })),
  );
}

/** What one rule has to say of problems; nothing where there are none. */
export function problemsBy(told: readonly ToldProblem[], rule: ProblemRule): Problem[] {
  const { claims, text, code, flip, outcome = "fail" } = rule;
  const own = told.filter(({ problem }) => (claims as readonly string[]).includes(problem.code));
  if (own.length === 0) return [];
  const said = `${count(own.length, "problem")} ${text}: ${listed(own.map(saidOf))}`;
  return [{ outcome, code, text: said, observed: own.length, threshold: 0, flip, locations: own.flatMap(locationOf) }];
}

/**
 * The same for families that are not excepted. The list of problems is bounded, so where it was cut, exceptions could
 * stand in front of what is not excepted: that is unknown, not a pass.
 */
export function problemsBesides(
  bodies: readonly ExpositionBody[],
  rules: readonly ProblemRule[],
  except: readonly string[],
): Problem[] {
  const told = toldProblems(
    bodies,
    rules.flatMap(({ claims }) => claims),
  );
  const isExcepted = ({ problem }: ToldProblem): boolean => problem.family !== null && except.includes(problem.family);
  const excepted = told.filter(isExcepted);
  const cut = excepted.filter(({ body }) => body.problemsLeftOut > 0);
  const problems = rules.flatMap((rule) =>
    problemsBy(
      told.filter((one) => !isExcepted(one)),
      rule,
    ),
  );
  const used = new Set(excepted.flatMap(({ problem }) => problem.family ?? []));
  return [...problems, ...listCut(cut), ...deadEntries(except, used, "except")];
}

function listCut(cut: readonly ToldProblem[]): Problem[] {
  const [first] = cut;
  if (first === undefined) return [];
  const { source, problemsLeftOut } = first.body;
  return [
    {
      outcome: "missing",
      code: "list-cut",
      text: `${count(problemsLeftOut, "problem")} of ${source} are not listed, so what is excepted may hide others`,
      observed: problemsLeftOut,
      threshold: 0,
      flip: "would be judged with fewer problems or without exceptions",
    },
  ];
}

/** File and line with what is wrong there. */
export function saidOf({ body, problem }: ToldProblem): string {
  const at = problem.line === null ? "" : ` line ${problem.line}`;
  return `${body.scrapes[problem.scrape]?.file ?? body.source}${at}: ${problem.text}`;
}

/** Only what lies in a file has a place there. */
export function locationOf({ body, problem }: ToldProblem): Location[] {
  const file = body.scrapes[problem.scrape]?.file ?? null;
  return file === null || problem.line === null ? [] : [place(file, problem.line, problem.text)];
}

/** Judges every problem that the rules answer for; passes with the families that were looked at. */
export function concludeProblems(input: CheckInput, rules: readonly ProblemRule[], passed: string): Finding {
  const bodies = expositions(input);
  const told = toldProblems(
    bodies,
    rules.flatMap(({ claims }) => claims),
  );
  const families = bodies.reduce((sum, body) => sum + body.families.length, 0);
  return conclude(
    rules.flatMap((rule) => problemsBy(told, rule)),
    { reason: `${count(families, "family", "families")} ${passed}`, observed: families, threshold: families },
  );
}
