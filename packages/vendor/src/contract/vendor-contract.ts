import { isVendorError, type VendorErrorCode } from "../errors/vendor-error.ts";
import type { CreateOutcome } from "../model/create-outcome.ts";
import type { DeliveryResult } from "../model/delivery-result.ts";
import type { NetworkTarget } from "../model/network.ts";
import type { RouteTest } from "../model/route-test.ts";
import type { TestDestination, TestRequest } from "../model/test-request.ts";
import { type ContractCase, must, mustEqual } from "./contract-case.ts";
import type { MakeVendorRig, RigFault, VendorRig } from "./vendor-rig.ts";

/**
 * What every `Vendor` must do, whoever is behind it. Uses no test runner:
 * `for (const { name, run } of vendorContract(makeRig)) it(name, run);`
 */
export function vendorContract(makeRig: MakeVendorRig): readonly ContractCase[] {
  const promise = (
    name: string,
    run: (rig: VendorRig) => Promise<void>,
    options: { readonly callbacks: boolean } = { callbacks: false },
  ): ContractCase => ({
    name,
    run: async () => {
      const rig = await makeRig(options);
      try {
        await run(rig);
      } finally {
        await rig.close();
      }
    },
  });

  return [
    promise("lists networks whose codes are strings with their leading zeros", async (rig) => {
      const networks = await rig.clock.run(rig.vendor.networks());
      must(networks.length > 0, "There are networks.");
      for (const { mcc, mnc } of networks) {
        must(/^\d{3}$/.test(mcc) && /^\d{2,3}$/.test(mnc), "mcc has 3 digits, mnc 2 or 3.", { mcc, mnc });
      }
      const found = networks.find(({ mcc, mnc }) => mcc === rig.onLine.mcc && mnc === rig.onLine.mnc);
      must(found !== undefined, "The network that is on line is listed.");
    }),

    promise("answers one outcome for each destination, in their order", async (rig) => {
      const destinations = [rig.onLine, rig.offLine, rig.onLine].map(toNetwork);
      const outcomes = await rig.clock.run(rig.vendor.createTests({ destinations }));
      mustEqual(
        outcomes.map(({ index, outcome }) => [index, outcome]),
        [
          [0, "created"],
          [1, "refused"],
          [2, "created"],
        ],
        "Created, refused, created.",
      );
      mustEqual(
        outcomes.map(({ destination }) => destination),
        destinations,
        "Each outcome carries its destination.",
      );
    }),

    promise(
      "makes tests that outlive the process: plain JSON, strings for ids, digits for numbers",
      async (rig) => {
        const test = await createOne(rig);
        mustEqual(JSON.parse(JSON.stringify(test)), test, "A test is plain JSON.");
        must(typeof test.id === "string" && /^\d+$/.test(test.id), "The id is a string of digits.", test.id);
        must(/^\d{5,15}$/.test(test.msisdn), "The number is E.164 digits without plus.", test.msisdn);
        must(test.testText.length > 0, "There is a text to be sent.");
        must(Date.parse(test.expiresAt) > Date.parse(test.createdAt), "It expires after it was created.");
        await rig.deliver(test, { from: "ACME", text: `Code ${test.testText}` });
        const stored: RouteTest = JSON.parse(JSON.stringify(test));
        const result = await rig.clock.run(rig.vendor.waitForResult(stored));
        must(result.status.final && result.testId === test.id, "The stored test can be waited for.");
      },
    ),

    promise("refuses a wrong request before it reaches anybody", async (rig) => {
      const good = toNetwork(rig.onLine);
      const wrong: readonly TestRequest[] = [
        { destinations: [] },
        { destinations: [network("20", "10")] },
        { destinations: [network("206", "1")] },
        { destinations: [network("206", "1000")] },
        { destinations: [network("206", "10", { mcc: "2O6", mnc: "03" })] },
        { destinations: [{ kind: "number", msisdn: "+3212" }] },
        { destinations: [good], timeToLiveSeconds: 1 },
        { destinations: [good], testText: { characters: "digits", length: 400 } },
      ];
      for (const request of wrong) {
        const code = await codeOf(rig, rig.vendor.createTests(request));
        must(code === "VALIDATION", "A wrong request is a ValidationError.", { request, code });
      }
      must(rig.creationRequests() === 0, "Nothing was sent.");
    }),

    ...(
      [
        [{ kind: "status", status: 500 }, "unknown"],
        [{ kind: "status", status: 503, headers: { "retry-after": "1" } }, "unknown"],
        [{ kind: "status", status: 429, headers: { "retry-after": "1" } }, "refused"],
        [{ kind: "status", status: 401 }, "refused"],
        [{ kind: "status", status: 400 }, "refused"],
        [{ kind: "status", status: 302, headers: { location: "/elsewhere" } }, "unknown"],
        [{ kind: "reset", carriedOut: false }, "unknown"],
        [{ kind: "reset", carriedOut: true }, "unknown"],
        [{ kind: "silence", carriedOut: true }, "unknown"],
      ] satisfies readonly (readonly [RigFault, CreateOutcome["outcome"]])[]
    ).map(([fault, expected]) =>
      promise(`asks once for a test when the creation meets ${nameOf(fault)}: ${expected}`, async (rig) => {
        rig.failNextCreation(fault);
        const outcomes = await rig.clock.run(
          rig.vendor.createTests({ destinations: [toNetwork(rig.onLine)] }),
        );
        must(rig.creationRequests() === 1, "One request for creation went out.", rig.creationRequests());
        mustEqual(
          outcomes.map(({ outcome }) => outcome),
          [expected],
          "The outcome tells what is known.",
        );
        const [outcome] = outcomes;
        if (outcome?.outcome !== "unknown") return;
        must(!outcome.error.retryable, "An unknown outcome is not offered for repetition.");
        must(outcome.check.sentence.length > 40, "It says what to check.", outcome.check);
        must(outcome.check.sentAfter <= outcome.check.sentBefore, "It says when the request went out.");
      }),
    ),

    promise("brings a new token for the creation after one that met 401", async (rig) => {
      await rig.clock.run(rig.vendor.networks());
      rig.expireTokens();
      const request = { destinations: [toNetwork(rig.onLine)] };
      const [first] = await rig.clock.run(rig.vendor.createTests(request));
      must(
        first?.outcome === "refused" && first.error?.retryable === true,
        "It may be asked for again.",
        first,
      );
      const [second] = await rig.clock.run(rig.vendor.createTests(request));
      must(second?.outcome === "created", "The next creation succeeds.", second);
      must(rig.testsCreated() === 1, "One test exists.");
    }),

    promise("reads on with a new token when the old one is refused", async (rig) => {
      await rig.clock.run(rig.vendor.networks());
      rig.expireTokens();
      must((await rig.clock.run(rig.vendor.networks())).length > 0, "The read succeeds.");
    }),

    promise("waits for the message and gives sender, text and PDUs as they came", async (rig) => {
      const test = await createOne(rig);
      const waiting = rig.vendor.waitForResult(test);
      await rig.clock.advance(20_000);
      const text = ` Ünïcode "null" ${test.testText}\n`;
      await rig.deliver(test, { from: "+4912345", text });
      const result = await rig.clock.run(waiting);
      mustEqual(result.sender, "+4912345", "The sender is untouched.");
      mustEqual(result.text, text, "The text is untouched.");
      must(result.status.delivered && result.status.final, "It is delivered, and final.", result.status);
      must(result.settledBy === "poll", "A poll brought it.", result.settledBy);
      must(result.testId === test.id && result.vendor === rig.vendor.name, "It names its test.");
      must(result.pdus.length > 0 && result.pdus.every((pdu) => /^[0-9A-F]+$/i.test(pdu)), "PDUs are hex.");
    }),

    promise("tells that no message came, once the vendor says so", async (rig) => {
      const test = await createOne(rig);
      const result = await rig.clock.run(rig.vendor.waitForResult(test));
      must(result.status.final && !result.status.delivered, "Final, not delivered.", result.status);
      const late = rig.clock.now() - Date.parse(test.expiresAt);
      must(late >= 0 && late <= rig.vendor.limits.waitMarginMs, "Known within the margin.", late);
    }),

    promise("survives failing reads while it waits", async (rig) => {
      const test = await createOne(rig);
      rig.failNextRead({ kind: "status", status: 500 });
      rig.failNextRead({ kind: "status", status: 429, headers: { "retry-after": "3" } });
      rig.failNextRead({ kind: "reset", carriedOut: true });
      await rig.deliver(test, { from: "ACME", text: test.testText });
      const result = await rig.clock.run(rig.vendor.waitForResult(test));
      must(result.status.delivered, "The result comes.", result.status);
    }),

    promise("ends a wait by its signal and leaves no timer behind", async (rig) => {
      const test = await createOne(rig);
      const controller = new AbortController();
      const waiting = codeOf(rig, rig.vendor.waitForResult(test, { signal: controller.signal }));
      await rig.clock.advance(3_000);
      controller.abort();
      mustEqual(await waiting, "ABORTED", "The wait ends with ABORTED.");
      must(rig.clock.pending === 0, "No timer is left.", rig.clock.pending);
    }),

    promise("refuses to wait for another vendor's test", async (rig) => {
      const test = { ...(await createOne(rig)), vendor: "somebody-else" };
      mustEqual(await codeOf(rig, rig.vendor.waitForResult(test)), "VALIDATION", "It is a ValidationError.");
    }),

    promise("gives each change of state once, the final one last", async (rig) => {
      const test = await createOne(rig);
      const seen: DeliveryResult[] = [];
      const follow = async (): Promise<void> => {
        for await (const result of rig.vendor.updates(test)) seen.push(result);
      };
      const following = follow();
      await rig.clock.advance(10_000);
      await rig.deliver(test, { from: "ACME", text: test.testText });
      await rig.clock.run(following);
      mustEqual(
        seen.map(({ status }) => status.final),
        [false, true],
        "Waiting, then final.",
      );
    }),

    promise(
      "takes the vendor's callback before the next poll, and its replay without harm",
      async (rig) => {
        const test = await createOne(rig);
        const waiting = rig.vendor.waitForResult(test);
        await rig.clock.advance(1_000);
        await rig.deliver(test, { from: "ACME", text: `hello ${test.testText}` });
        const result = await rig.clock.run(waiting);
        mustEqual(result.settledBy, "callback", "The callback brought it.");
        must(
          result.text === `hello ${test.testText}` && result.testId === test.id,
          "It is the test's.",
          result,
        );
        must((await rig.replayCallback()) === 202, "A replay is answered like the first.");
        must(rig.clock.pending === 0, "No timer is left.", rig.clock.pending);
      },
      { callbacks: true },
    ),

    promise(
      "finds a callback that came before anybody waited",
      async (rig) => {
        const test = await createOne(rig);
        await rig.deliver(test, { from: "ACME", text: test.testText });
        const result = await rig.clock.run(rig.vendor.waitForResult(test));
        mustEqual(result.settledBy, "callback", "The callback is remembered.");
      },
      { callbacks: true },
    ),

    promise(
      "refuses a callback without its secret",
      async (rig) => {
        const { handleCallback } = rig.vendor;
        must(handleCallback !== null, "There is a handler.");
        const request = new Request("https://receiver.example/x", { method: "POST", body: "{}" });
        must((await handleCallback(request)).status === 401, "It answers 401.");
      },
      { callbacks: true },
    ),

    promise(
      "shows no secret in networks, outcomes, tests, results and errors",
      async (rig) => {
        const { vendor, clock } = rig;
        const shown: unknown[] = [vendor, await clock.run(vendor.networks())];
        const destinations = [toNetwork(rig.onLine)];
        shown.push(await clock.run(vendor.createTests({ destinations })));
        const test = await createOne(rig);
        await rig.deliver(test, { from: "ACME", text: test.testText });
        shown.push(
          test,
          await clock.run(vendor.waitForResult(test)),
          await clock.run(vendor.getResult(test)),
        );
        for (const status of [400, 401, 500]) {
          rig.failNextCreation({ kind: "status", status });
          shown.push(await clock.run(vendor.createTests({ destinations })));
        }
        const text = shown.map((value) => `${String(value)} ${JSON.stringify(value)}`).join("\n");
        for (const secret of rig.secrets())
          must(!text.includes(secret), "No secret is shown.", secret.length);
      },
      { callbacks: true },
    ),
  ];
}

function toNetwork(target: NetworkTarget): TestDestination {
  return { kind: "network", network: target };
}

function network(mcc: string, mnc: string, portedFrom: NetworkTarget["portedFrom"] = null): TestDestination {
  return toNetwork({ mcc, mnc, portedFrom });
}

async function createOne(rig: VendorRig): Promise<RouteTest> {
  const [outcome] = await rig.clock.run(rig.vendor.createTests({ destinations: [toNetwork(rig.onLine)] }));
  must(outcome?.outcome === "created", "A test is created in a network that is on line.", outcome);
  return outcome.test;
}

async function codeOf(rig: VendorRig, work: Promise<unknown>): Promise<VendorErrorCode | "no error"> {
  try {
    await rig.clock.run(work);
    return "no error";
  } catch (error) {
    if (isVendorError(error)) return error.code;
    throw error;
  }
}

function nameOf(fault: RigFault): string {
  if (fault.kind === "status") return `a ${fault.status}`;
  return `${fault.kind === "reset" ? "a broken connection" : "silence"}${fault.carriedOut ? " after it was carried out" : ""}`;
}
