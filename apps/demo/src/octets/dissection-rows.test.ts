import { dissect } from "@smsproof/pdu/dissect";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SAMPLES } from "../decode/samples.generated.ts";
import { leafOfEachOctet, rowsOf } from "./dissection-rows.ts";
import { bitRuns } from "./octet-reading.ts";
import { dissectAsFarAsPossible } from "./partial-dissection.ts";

describe("rowsOf", () => {
  it("has a line for every octet and none without octets or name", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 180 }), (octets) => {
        const rows = rowsOf(dissect(octets));
        expect(leafOfEachOctet(rows, octets.length)).not.toContain(-1);
      }),
    );
  });

  it("gives elements of the header a line of their own and their parts a deeper one", () => {
    const turkish = SAMPLES.find(({ name }) => name.startsWith("Turkish"))?.input ?? "";
    const rows = rowsOf(dissect(turkish));
    const header = rows
      .filter(({ node }) => node.field === "TP-UDH")
      .map(({ node, depth, leaf }) => [node.name, depth, leaf]);
    expect(header).toEqual([
      ["TP-UDHL", 0, true],
      ["national language single shift", 0, false],
      ["IEI", 1, true],
      ["IEDL", 1, true],
      ["IED", 1, true],
    ]);
  });

  it("loses no diagnostic on the way", () => {
    const telq = SAMPLES[1]?.input ?? "";
    const rows = rowsOf(dissect(telq));
    expect(rows.flatMap(({ node, diagnostics }) => diagnostics.map(({ code }) => [node.name, code]))).toEqual(
      [
        ["TP-DCS", "RESERVED_DATA_CODING"],
        ["TP-SCTS", "TIMESTAMP_IMPOSSIBLE"],
      ],
    );
  });
});

describe("dissectAsFarAsPossible", () => {
  const pdu = SAMPLES[0]?.input ?? "";

  it("lays out the octets in front of what is not hexadecimal", () => {
    expect(dissectAsFarAsPossible(`${pdu.slice(0, 18)}0x3`)).toMatchObject({
      octets: pdu.slice(0, 18).match(/../g),
      rest: "0x3",
    });
    expect(dissectAsFarAsPossible(pdu.slice(0, 21))).toMatchObject({
      octets: pdu.slice(0, 20).match(/../g),
      rest: pdu.slice(20, 21),
    });
  });

  it("has nothing to lay out where there is no octet", () => {
    expect(dissectAsFarAsPossible("hello")).toEqual({ root: null, octets: [], rest: "hello" });
    expect(dissectAsFarAsPossible("")).toMatchObject({ root: null });
  });

  it("takes any string", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.uint8Array().map((octets) => Buffer.from(octets).toString("hex")),
        ),
        (text) => {
          const { root, octets } = dissectAsFarAsPossible(text);
          expect(octets).toHaveLength(root?.length ?? 0);
        },
      ),
    );
  });
});

describe("bitRuns", () => {
  it("parts an octet of text between its letters", () => {
    const node = dissect(SAMPLES[0]?.input ?? "").children.at(-1);
    if (!node) throw new Error("no TP-UD");
    expect(bitRuns(node, 27, 0xc1)).toEqual([
      { run: "1", words: "A" },
      { run: "1000001", words: "A" },
    ]);
    expect(bitRuns(node, 29, 0x10)).toEqual([
      { run: "000", words: "padding" },
      { run: "10000", words: "A" },
    ]);
  });

  it("gives all eight bits of any octet of any PDU, once and in order", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 14, maxLength: 60 }), (octets) => {
        for (const { node, leaf } of rowsOf(dissect(octets)))
          for (let offset = node.offset; leaf && offset < node.offset + node.length; offset += 1) {
            const value = octets[offset] ?? 0;
            const runs = bitRuns(node, offset, value).map(({ run }) => run);
            expect(runs.join("")).toBe(value.toString(2).padStart(8, "0"));
          }
      }),
    );
  });
});
