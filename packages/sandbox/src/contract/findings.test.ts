import { FINDING_CODES } from "@smsproof/compare";
import { decodeDeliver } from "@smsproof/pdu";
import { describe, expect, it } from "vitest";
import type { DeepPartial } from "../quirks/deep-partial.ts";
import type { Quirks } from "../quirks/quirks.ts";
import { ROUTES, type RouteEntry, type Specimen } from "../routes/catalogue.ts";
import { smscOf, stampedInZone } from "../routes/envelope.ts";
import { delayed, receiptLies } from "../routes/journeys.ts";
import { clean, compose, type FindingCode, type Route } from "../routes/route.ts";
import { routeFromSpec } from "../routes/route-spec.ts";
import { partLost } from "../routes/segments.ts";
import { senderReplaced, senderReplacedByShortCode } from "../routes/sender-replaced.ts";
import { suffixed, truncated, upperCased } from "../routes/wording.ts";
import { type DeliveredSpecimen, deliverSpecimen, findingsOf } from "../testing/specimen.ts";

const routeOf = ({ name, args }: RouteEntry): Route =>
  routeFromSpec(args.length === 0 ? name : { [name]: args });

const VENDORS = ["telq", "testsms"] as const;

/** Changes that the comparison holds for too small to explain TestSMS's TEXT_OR_SENDER_REPLACED. */
const EXPLAINS_NO_FLAG: ReadonlySet<string> = new Set<FindingCode>([
  "SENDER_TRIMMED",
  "SENDER_NATIONAL_FORMAT",
  "CONTENT_LOOKALIKE_FOLD",
  "CONTENT_UNICODE_NORMALIZED",
  "CONTENT_WHITESPACE_NORMALIZED",
  "CONTENT_INVISIBLE_CHANGED",
]);

/** What must be found: what the route causes, through what the vendor lets one see of it. */
function expected({ causes }: Route, { message, reported }: DeliveredSpecimen): readonly string[] {
  const found = new Set<string>(causes);
  if (reported.status === "TEXT_OR_SENDER_REPLACED" && causes.every((code) => EXPLAINS_NO_FLAG.has(code))) {
    found.add("EVIDENCE_VENDOR_FLAG_UNEXPLAINED");
  }
  // TestSMS shows one PDU: of several parts the others are missing, and of a second copy nothing is seen.
  if (reported.pdus.length < new Set(message.pdus).size) found.add("EVIDENCE_PDU_INCOMPLETE");
  if (reported.pdus.length < message.pdus.length) found.delete("DELIVERY_DUPLICATE");
  return [...found].sort();
}

const ENTRIES = ROUTES.map((entry) => [entry.name, entry] as const);

describe.each(VENDORS)("what a route does is what the comparison finds, through %s", (vendor) => {
  it.each(ENTRIES)("%s", async (_, entry) => {
    const route = routeOf(entry);
    const journey = await deliverSpecimen(entry.specimen, route, { vendor });
    expect(findingsOf(journey)).toEqual(expected(route, journey));
  });

  // So that each finding is the route's doing: where nothing is done to its specimen, nothing is found.
  it.each(ENTRIES)("nothing on the specimen of %s without it", async (_, { specimen }) => {
    const journey = await deliverSpecimen(specimen, clean, { vendor });
    expect(findingsOf(journey)).toEqual(expected(clean, journey));
    expect([journey.reported.sender, journey.reported.text]).toEqual([journey.sent.from, journey.sent.text]);
  });
});

describe("a route that causes no finding is there all the same", () => {
  const journeyOf = async (name: string) => {
    const entry = ROUTES.find((candidate) => candidate.name === name);
    if (entry === undefined) throw new Error(name);
    return [
      await deliverSpecimen(entry.specimen, routeOf(entry)),
      await deliverSpecimen(entry.specimen, clean),
    ] as const;
  };

  it("knows all of them", () => {
    const silent = ROUTES.filter((entry) => routeOf(entry).causes.length === 0).map(({ name }) => name);
    expect(silent).toEqual(["clean", "partsOutOfOrder", "dropped", "receiptMissing"]);
  });

  it("dropped: nothing arrives, and the sender hears so", async () => {
    const [{ reported, message }] = await journeyOf("dropped");
    expect([reported.status, reported.pdus]).toEqual(["NOT_DELIVERED", []]);
    expect(message).toMatchObject({ state: "dropped", receipt: { state: "EXPIRED" } });
  });

  it("receiptMissing: all arrives, and the sender hears nothing", async () => {
    const [{ reported, message }, plain] = await journeyOf("receiptMissing");
    expect(reported).toEqual(plain.reported);
    expect([message.receipt, plain.message.receipt?.state]).toEqual([null, "DELIVRD"]);
  });

  it("partsOutOfOrder: the last part comes first", async () => {
    const [{ message }, plain] = await journeyOf("partsOutOfOrder");
    const sequences = ({ pdus }: typeof message) =>
      pdus.map((pdu) => decodeDeliver(pdu).concatenation?.sequence);
    expect(sequences(plain.message)).toEqual([1, 2, 3]);
    expect(sequences(message)).toEqual([3, 2, 1]);
  });
});

describe.each(VENDORS)("what composed routes do is what the comparison finds, through %s", (vendor) => {
  const long: Specimen = {
    from: "KiwiPost",
    text: `Your KiwiPost code is {code}. ${"It opens the door of the branch once, please keep it safe. ".repeat(4)}`,
    network: "26202",
  };
  const short: Specimen = { ...long, text: long.text.slice(0, 120).trimEnd() };

  const composed: readonly { specimen: Specimen; route: Route; more?: readonly FindingCode[] }[] = [
    // What was two parts comes as one: that is found as well.
    {
      specimen: long,
      route: compose(senderReplaced("INFO"), truncated(70), smscOf("IN")),
      more: ["ROUTE_CONCAT_CHANGED"],
    },
    { specimen: short, route: compose(senderReplaced("INFO"), truncated(70), smscOf("IN")) },
    {
      specimen: short,
      route: compose(
        senderReplacedByShortCode(),
        suffixed(" Reply STOP to opt out"),
        smscOf("IN"),
        delayed(90_000),
      ),
    },
    { specimen: short, route: compose(upperCased(), smscOf("IN"), stampedInZone(330)) },
    { specimen: long, route: compose(senderReplaced("OtherBrand"), partLost(2), smscOf("FR")) },
    { specimen: short, route: compose(senderReplaced("INFO"), truncated(70), receiptLies()) },
  ];

  it.each(composed)(
    "$route.spec on $specimen.text.length characters",
    async ({ specimen, route, more = [] }) => {
      const journey = await deliverSpecimen(specimen, route, { vendor });
      expect(findingsOf(journey)).toEqual([...expected(route, journey), ...more].sort());
    },
  );
});

describe("what a quirk does is what the comparison finds", () => {
  const specimen: Specimen = { from: "KiwiPost", text: "Your KiwiPost code is {code}.", network: "20801" };
  const found = async (quirks: DeepPartial<Quirks>, vendor: (typeof VENDORS)[number] = "telq") =>
    findingsOf(await deliverSpecimen(specimen, clean, { vendor, quirks }));

  it("a vendor's JSON that says something else than its PDUs", async () => {
    expect(await found({ jsonDisagrees: true })).toEqual(["EVIDENCE_VENDOR_PDU_MISMATCH"]);
  });

  it("a PDU that is cut", async () => {
    expect(await found({ brokenPdu: "cut" })).toEqual(["EVIDENCE_PDU_INCOMPLETE"]);
  });

  it("a flag of TestSMS that nothing explains", async () => {
    expect(await found({ testsms: { replacedFlag: "always" } }, "testsms")).toEqual([
      "EVIDENCE_VENDOR_FLAG_UNEXPLAINED",
    ]);
  });
});

describe("the findings that routes and quirks can cause", () => {
  it("are all there are", () => {
    const quirks: readonly FindingCode[] = [
      "EVIDENCE_VENDOR_PDU_MISMATCH",
      "EVIDENCE_PDU_INCOMPLETE",
      "EVIDENCE_VENDOR_FLAG_UNEXPLAINED",
      // A route's argument decides between these and a generic name.
      ...routeFromSpec({ senderReplaced: "OtherBrand" }).causes,
      ...routeFromSpec({ senderReplaced: "Likely-SCAM" }).causes,
    ];
    const caused = new Set<string>([...ROUTES.flatMap((entry) => routeOf(entry).causes), ...quirks]);
    expect([...caused].sort()).toEqual(Object.keys(FINDING_CODES).sort());
  });
});
