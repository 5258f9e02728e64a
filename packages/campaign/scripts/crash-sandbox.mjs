// The far side of the crash test: a sandbox that loses answers, throttles and cuts connections. Prints where it listens.
import { startSandboxServer } from "@smsproof/sandbox";

const { ready, close } = await startSandboxServer({
  port: 0,
  smppPort: 0,
  realTime: true,
  transitMs: [20, 400],
  seed: Number(process.argv[2] ?? 1),
  faults: [
    // The vendor made the test, and nobody hears of it.
    {
      match: { target: "telq", method: "POST", path: "*/tests" },
      probability: 0.03,
      stage: "after",
      reset: "before",
    },
    {
      match: { target: "telq", method: "POST", path: "*/tests" },
      probability: 0.03,
      stage: "after",
      truncate: true,
    },
    // The vendor made none.
    {
      match: { target: "telq", method: "POST", path: "*/tests" },
      probability: 0.05,
      status: 429,
      retryAfter: 0,
    },
    { match: { target: "telq", path: "*/results/*" }, probability: 0.1, status: 503 },
    { match: { target: "telq" }, probability: 0.3, latencyMs: 20 },
  ],
});
console.log(JSON.stringify(ready));
process.stdin.resume();
process.stdin.on("end", () => void close().then(() => process.exit(0)));
