import { decodeDeliver } from "@smsproof/pdu";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SmsRequest } from "../control/sms-request.ts";
import { networkKey } from "../networks/network-site.ts";
import { SITES } from "../networks/sites.ts";
import { createSandbox } from "../sandbox.ts";
import { telqClient, telqTest } from "../testing/clients.ts";
import { deliverSpecimen } from "../testing/specimen.ts";
import { ROUTES } from "./catalogue.ts";
import { smscOf } from "./envelope.ts";
import { delayed, dropped, receiptLies } from "./journeys.ts";
import { clean, compose, type RouteSpec } from "./route.ts";
import { routeFromSpec } from "./route-spec.ts";
import { chooseRoute } from "./routing.ts";
import { routingFromSpec, specOfRouting } from "./routing-spec.ts";
import { partLost } from "./segments.ts";
import { senderReplaced, senderReplacedByShortCode } from "./sender-replaced.ts";
import { truncated, upperCased } from "./wording.ts";

const specOf = (name: string, args: readonly (string | number)[]): RouteSpec =>
  args.length === 0 ? name : { [name]: args };

describe("every route", () => {
  it.each(ROUTES.map((entry) => [entry.name, entry] as const))(
    "%s changes its specimen as it says",
    async (_, entry) => {
      const route = routeFromSpec(specOf(entry.name, entry.args));
      const { reported, sent } = await deliverSpecimen(entry.specimen, route);
      if (route.drops) {
        expect(reported.pdus).toEqual([]);
        return;
      }
      const changes = (kind: RegExp) => route.causes.some((code) => kind.test(code));
      expect(reported.sender !== sent.from).toBe(changes(/^SENDER/));
      expect(reported.text !== sent.text).toBe(changes(/^(CONTENT|CODE|URL|ENC)_/));
      const decoded = reported.pdus.map((pdu) => decodeDeliver(pdu, { smsc: "present" }));
      const trouble = decoded.flatMap(({ diagnostics }) =>
        diagnostics.filter(({ severity }) => severity !== "info"),
      );
      expect(trouble).toEqual([]);
    },
  );

  it("survives JSON: its spec makes an equal route", () => {
    for (const { name, args } of ROUTES) {
      const route = routeFromSpec(specOf(name, args));
      const again = routeFromSpec(JSON.parse(JSON.stringify(route.spec)));
      expect([again.spec, again.causes]).toEqual([route.spec, route.causes]);
    }
  });

  it("takes any message to a handset without breaking", async () => {
    const sandbox = createSandbox();
    const telq = telqClient(sandbox);
    const { phoneNumber: to } = await telqTest(telq);
    const text = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 400 }),
      fc.string({ unit: "binary", maxLength: 400 }),
      fc.string({
        unit: fc.constantFrom("a", "€", "ж", "👍🏽", "{", "\r\n", " ", "7", "https://a.example/b?c "),
        maxLength: 500,
      }),
    );
    const message: fc.Arbitrary<SmsRequest> = fc.record({
      from: fc.constantFrom("ACME", "", "12345", "+447785016005", "A_b@c {d}", "ÅÄÖÑÜ§¿"),
      to: fc.constant(to),
      text,
    });
    const specs = fc.array(
      fc.constantFrom(...ROUTES).map(({ name, args }) => specOf(name, args)),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(message, specs, (request, spec) => {
        sandbox.routes.set({ default: routeFromSpec(spec) });
        const { state, pdus } = sandbox.sms(request);
        if (state !== "delivered") return;
        for (const pdu of pdus) decodeDeliver(pdu, { smsc: "present" });
      }),
      { numRuns: 300 },
    );
  });
});

describe("compose", () => {
  it("is a value that can be printed and made again", () => {
    const route = compose(senderReplaced("INFO"), truncated(70), smscOf("IN"));
    expect(route.spec).toEqual([{ senderReplaced: "INFO" }, { truncated: 70 }, { smscOf: "IN" }]);
    expect(route.causes).toEqual(["SENDER_REPLACED_GENERIC", "CONTENT_TRUNCATED", "ROUTE_SMSC_FOREIGN"]);
    expect(routeFromSpec(route.spec).causes).toEqual(route.causes);
  });

  it("flattens, and leaves clean out", () => {
    expect(compose()).toBe(clean);
    expect(compose(clean, clean)).toBe(clean);
    expect(compose(compose(clean, upperCased()), clean, truncated(5)).spec).toEqual([
      "upperCased",
      { truncated: 5 },
    ]);
    expect(compose(upperCased()).spec).toBe("upperCased");
  });

  it("acts in order within a stage, and on the text before the parts are cut", async () => {
    const long = { from: "ACME", text: `{code} ${"abc ".repeat(60)}`, network: "20610" };
    const one = await deliverSpecimen(long, compose(truncated(50), upperCased()));
    expect(one.reported.text).toBe(one.sent.text.slice(0, 50).toUpperCase());
    const two = await deliverSpecimen(long, compose(partLost(1), upperCased()));
    expect(two.reported.text).toBe(two.sent.text.slice(153).toUpperCase());
  });

  it("causes nothing but the lie when the message is dropped", () => {
    expect(compose(upperCased(), dropped()).causes).toEqual([]);
    expect(compose(upperCased(), receiptLies(), delayed(90_000)).causes).toEqual(["DELIVERY_FAKE_DLR"]);
  });

  it("is bounded", () => {
    const many = Array.from({ length: 51 }, () => upperCased());
    expect(() => compose(...many)).toThrow(RangeError);
    expect(() => routeFromSpec(many.map(({ spec }) => spec))).toThrow("at most 50 routes");
    expect(() => routeFromSpec([[[[[["clean"]]]]]])).toThrow("lists within lists");
  });
});

describe("a route's argument", () => {
  it("decides its finding where names differ in kind", () => {
    expect(senderReplaced("Info-SMS").causes).toEqual(["SENDER_REPLACED_GENERIC"]);
    expect(senderReplaced("Likely-SCAM").causes).toEqual(["SENDER_REPLACED_WARNING_LABEL"]);
    expect(senderReplaced("OtherBrand").causes).toEqual(["SENDER_REPLACED_ALPHA"]);
  });

  it.each([
    () => senderReplaced("a name too long"),
    () => senderReplaced("12345"),
    () => senderReplacedByShortCode("12"),
    () => smscOf("XX"),
    () => delayed(-1),
    () => delayed(Number.NaN),
    () => routeFromSpec({ stampedInZone: 7 }),
    () => routeFromSpec({ protocolIdentifier: 256 }),
    () => routeFromSpec({ shortParts: 5 }),
    () => routeFromSpec({ codePage: "no-such-page" }),
    () => routeFromSpec({ upperCased: 1 }),
  ])("is refused when it cannot be (%#)", (make) => {
    expect(make).toThrow(RangeError);
  });
});

describe("the choice of a route", () => {
  const belgium = SITES.find((site) => networkKey(site) === "20610") ?? null;
  const message = { from: "ACME", to: "32", text: "x", supplier: null, network: belgium, number: 0 };
  const routing = routingFromSpec({
    default: { truncated: 1 },
    networks: { "20610": { truncated: 2 }, DE: { truncated: 3 } },
    suppliers: { cheap: { truncated: 4 } },
    script: [{ truncated: 5 }],
  });

  it("goes by script, supplier, network, country, default", () => {
    const chosen = (change: object) => chooseRoute(routing, { ...message, ...change }).spec;
    expect(chosen({})).toEqual({ truncated: 5 });
    expect(chosen({ number: 1 })).toEqual({ truncated: 2 });
    expect(chosen({ number: 1, supplier: "cheap" })).toEqual({ truncated: 4 });
    expect(chosen({ number: 1, supplier: "constructor" })).toEqual({ truncated: 2 });
    const germany = SITES.find(({ country }) => country === "DE");
    expect(chosen({ number: 1, network: germany })).toEqual({ truncated: 3 });
    expect(chosen({ number: 1, network: null })).toEqual({ truncated: 1 });
    expect(chooseRoute({}, message)).toBe(clean);
  });

  it("can be a function that leaves the rest to the other rules", () => {
    const script = ({ from }: { from: string }) => (from === "OTHER" ? upperCased() : undefined);
    expect(chooseRoute({ ...routing, script }, { ...message, from: "OTHER" }).spec).toBe("upperCased");
    expect(chooseRoute({ ...routing, script }, message).spec).toEqual({ truncated: 2 });
    expect(specOfRouting({ script })).toEqual({});
  });
});
