import { expect, it } from "vitest";
import type { Alert } from "../monitor/alert-book.ts";
import { runRoundsOnce } from "../monitor/rounds.ts";
import { startMonitor } from "../monitor/start-monitor.ts";
import type { Database } from "../store/database.ts";
import { fakeWorld, network, resultOf } from "./fake-vendor.ts";

/** What a monitor keeps to, whatever database it works on. */
export function monitorSuite(name: string, open: () => Promise<Database>): void {
  it(`a monitor on ${name} runs rounds, raises an alert for each change, and posts it until it is taken`, async () => {
    const database = await open();
    const world = fakeWorld();
    const posted: unknown[] = [];
    let failures = 1;
    const rounds: string[] = [];
    const alerts: Alert[] = [];
    const errors: unknown[] = [];
    const options = {
      config: {
        routes: [
          {
            name: "main",
            vendor: "fake",
            sender: "fake-route",
            destinations: [network("206", "10")],
            message: { sender: "ACME", text: "{testText}" },
            cron: "0 0 1 1 *",
            latencySeconds: 60,
          },
        ],
        webhook: { url: "https://alerts.example/hook", headers: { authorization: "Bearer x" } },
      },
      database,
      vendors: [{ ...world.vendor, name: "fake" }],
      senders: [world.sender],
      pollingSeconds: 0.5,
      fetch: async (request: Request) => {
        if (failures-- > 0) return new Response("", { status: 500 });
        posted.push(await request.json());
        return new Response("");
      },
      onRound: (route: string) => void rounds.push(route),
      onAlert: (alert: Alert) => void alerts.push(alert),
      onError: (error: unknown) => void errors.push(error),
    };
    const until = async (condition: () => boolean): Promise<void> => {
      for (let i = 0; i < 600 && !condition(); i++) await new Promise((resolve) => setTimeout(resolve, 50));
      expect(errors).toEqual([]);
      expect(condition()).toBe(true);
    };
    const monitor = await startMonitor(options);
    await monitor.runNow("main");
    await until(() => rounds.length === 1);
    expect(alerts).toEqual([]);
    world.results = (test, message) => [
      resultOf(test, "delivered", { sender: "INFO", text: message?.text ?? "" }),
    ];
    await monitor.runNow("main");
    await until(() => posted.length === 1);
    expect(posted[0]).toMatchObject({ kind: "verdict", route: "main", network: "206-10", before: "SAME" });
    expect(posted[0]).toMatchObject({ after: "REPLACED", id: expect.any(String) });
    await monitor.runNow("main");
    await until(() => rounds.length === 3);
    await monitor.stop();
    expect(alerts).toHaveLength(1);
    expect(posted).toHaveLength(1);
    expect(world.created).toHaveLength(3);
    // Who has a schedule of his own runs one round: it knows what the monitor knew.
    const reports = await runRoundsOnce(options, new AbortController().signal);
    expect(reports.map(({ outcome }) => outcome)).toEqual(["altered"]);
    expect(alerts).toHaveLength(1);
    world.results = (test, message) => [
      resultOf(test, "delivered", { sender: "ACME", text: message?.text ?? "" }),
    ];
    await runRoundsOnce(options, new AbortController().signal);
    expect(alerts.at(-1)).toMatchObject({ before: "REPLACED", after: "SAME" });
    expect(posted).toHaveLength(2);
    await expect(runRoundsOnce(options, AbortSignal.abort())).resolves.toEqual([]);
  }, 120_000);
}
