/** How a tool is made to go as fast as it can, and what it says of it. */
export interface SpeedPeer {
  readonly name: string;
  readonly program: string;
  args(url: string, connections: number, seconds: number): readonly string[];
  read(stdout: string): Speed;
}

export interface Speed {
  readonly requests: number;
  readonly perSecond: number;
}

export const SPEED_PEERS: readonly SpeedPeer[] = [
  {
    name: "autocannon",
    program: "autocannon",
    args: (url, connections, seconds) => ["-c", `${connections}`, "-d", `${seconds}`, "--json", "--no-progress", url],
    read: (stdout) => {
      const { requests, duration } = JSON.parse(stdout) as { requests: { total: number }; duration: number };
      return { requests: requests.total, perSecond: requests.total / duration };
    },
  },
  {
    name: "wrk",
    program: "wrk",
    args: (url, connections, seconds) => ["-t1", `-c${connections}`, `-d${seconds}s`, url],
    read: (stdout) => found(stdout, /(\d+) requests in/, /Requests\/sec:\s*([0-9.]+)/),
  },
  {
    name: "ab",
    program: "ab",
    // Its own bound of 50,000 requests comes with -t unless -n stands after it.
    args: (url, connections, seconds) => [
      "-q",
      "-k",
      "-c",
      `${connections}`,
      "-t",
      `${seconds}`,
      "-n",
      "100000000",
      url,
    ],
    read: (stdout) => found(stdout, /Complete requests:\s*(\d+)/, /Requests per second:\s*([0-9.]+)/),
  },
  {
    name: "h2load",
    program: "h2load",
    args: (url, connections, seconds) => ["--h1", "-t1", `-c${connections}`, `-D${seconds}`, url],
    read: (stdout) => found(stdout, /(\d+) succeeded/, /finished in [^,]+,\s*([0-9.]+) req\/s/),
  },
  {
    name: "hey",
    program: "hey",
    args: (url, connections, seconds) => ["-z", `${seconds}s`, "-c", `${connections}`, "-cpus", "1", url],
    read: (stdout) => found(stdout, /\[200\]\s+(\d+) responses/, /Requests\/sec:\s*([0-9.]+)/),
  },
];

function found(text: string, requests: RegExp, perSecond: RegExp): Speed {
  const speed = { requests: Number(requests.exec(text)?.[1]), perSecond: Number(perSecond.exec(text)?.[1]) };
  if (!(speed.requests > 0 && speed.perSecond > 0)) throw new Error(`no figures in: ${text.slice(0, 500)}`);
  return speed;
}
