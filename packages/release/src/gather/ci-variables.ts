const EXACT: ReadonlySet<string> = new Set([
  "CI",
  "CONTINUOUS_INTEGRATION",
  "BUILD_ID",
  "BUILD_NUMBER",
  "BUILD_URL",
  "RUN_ID",
  "TF_BUILD",
  "NETLIFY",
  "VERCEL",
  "NOW_BUILDER",
]);

const PREFIXES: readonly string[] = [
  "CI_",
  "GITHUB_",
  "GITLAB_",
  "RUNNER_",
  "ACTIONS_",
  "JENKINS_",
  "BUILDKITE",
  "CIRCLE",
  "TRAVIS",
  "TEAMCITY_",
  "BITBUCKET_",
  "SYSTEM_TEAM",
  "AGENT_",
  "DRONE",
  "APPVEYOR",
  "CODEBUILD_",
  "SEMAPHORE",
  "CIRRUS_",
  "WOODPECKER",
  "HARNESS_",
];

/** True for a variable by which a program can tell that it runs on a CI platform. */
export function isCiVariable(name: string): boolean {
  return EXACT.has(name) || PREFIXES.some((prefix) => name.startsWith(prefix));
}
