import { connect, type Socket } from "node:net";
import { decodeDeliver } from "@smsproof/pdu";
import { PDU } from "smpp";
import { afterEach, describe, expect, it } from "vitest";
import { dropped, receiptLies } from "../routes/journeys.ts";
import { suffixed } from "../routes/wording.ts";
import { createSandbox } from "../sandbox.ts";
import type { ListenOptions } from "../server/listen.ts";
import { telqClient, telqResult, telqTest } from "../testing/clients.ts";
import { createFramer } from "./framing.ts";

const open: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

/** How long anything may take on a machine that does other work as well. */
const PATIENCE_MS = 20_000;

/** A peer that speaks raw octets, with the codec for what it says and hears. */
class Peer {
  readonly socket: Socket;
  readonly heard: PDU[] = [];
  ended = false;
  #sequence = 0;
  #wake: () => void = () => {};

  constructor(port: number) {
    this.socket = connect(port, "127.0.0.1");
    const framer = createFramer();
    this.socket.on("data", (octets) => {
      for (const frame of framer.push(octets)) {
        if (frame.kind === "pdu") this.heard.push(new PDU(Buffer.from(frame.octets)));
      }
      this.#wake();
    });
    this.socket.on("close", () => {
      this.ended = true;
      this.#wake();
    });
    this.socket.on("error", () => {});
    open.push(() => {
      this.socket.destroy();
    });
  }

  async until(met: () => boolean): Promise<void> {
    const deadline = setTimeout(() => this.#wake(), PATIENCE_MS);
    const end = performance.now() + PATIENCE_MS;
    while (!met() && performance.now() < end) {
      await new Promise<void>((wake) => {
        this.#wake = wake;
      });
    }
    clearTimeout(deadline);
    expect(met()).toBe(true);
  }

  /** Says a command and waits for its answer. */
  async say(command: string, parameters: Record<string, unknown> = {}): Promise<PDU> {
    this.#sequence += 1;
    const number = this.#sequence;
    this.socket.write(new PDU(command, { ...parameters, sequence_number: number }).toBuffer());
    return this.hear((pdu) => pdu.sequence_number === number && pdu.command.endsWith("_resp"));
  }

  async hear(which: (pdu: PDU) => boolean): Promise<PDU> {
    await this.until(() => this.heard.some(which));
    return this.heard.find(which) as PDU;
  }
}

async function setUp(more: Partial<ListenOptions> = {}, options: Parameters<typeof createSandbox>[0] = {}) {
  const sandbox = createSandbox(options);
  open.push(() => sandbox.close());
  const { smpp } = await sandbox.listen({ smppPort: 0, ...more });
  const port = Number(new URL(smpp ?? "").port);
  const peer = new Peer(port);
  return { sandbox, telq: telqClient(sandbox), peer, port };
}

const CREDENTIALS = { system_id: "sandbox", password: "sandbox" };

async function boundPeer(bind = "bind_transceiver", more: Record<string, unknown> = {}, options = {}) {
  const all = await setUp({}, options);
  expect((await all.peer.say(bind, { ...CREDENTIALS, ...more })).command_status).toBe(0);
  return all;
}

const message = (to: string, octets: Uint8Array | string, more: Record<string, unknown> = {}) => ({
  source_addr_ton: 5,
  source_addr: "ACME",
  dest_addr_ton: 1,
  dest_addr_npi: 1,
  destination_addr: to,
  data_coding: 0,
  short_message: typeof octets === "string" ? Buffer.from(octets, "latin1") : octets,
  ...more,
});

const isReceipt = ({ command }: PDU): boolean => command === "deliver_sm";
const receiptOf = (pdu: PDU): string => String((pdu["short_message"] as { message: unknown }).message);

describe("a bind", () => {
  it.each(["bind_transmitter", "bind_receiver", "bind_transceiver"])(
    "%s needs the right credentials",
    async (bind) => {
      const { peer } = await setUp();
      expect((await peer.say(bind, { ...CREDENTIALS, system_id: "x" })).command_status).toBe(0x0f);
      expect((await peer.say(bind, { ...CREDENTIALS, password: "x" })).command_status).toBe(0x0e);
      const right = await peer.say(bind, CREDENTIALS);
      expect([right.command, right.command_status, right["system_id"]]).toEqual([
        `${bind}_resp`,
        0,
        "sandbox",
      ]);
      expect((await peer.say(bind, CREDENTIALS)).command_status).toBe(0x05);
    },
  );

  it("is needed before a message, and one that sends", async () => {
    const { peer } = await setUp();
    expect((await peer.say("submit_sm", message("32495123456", "x"))).command_status).toBe(0x04);
    await peer.say("bind_receiver", CREDENTIALS);
    expect((await peer.say("submit_sm", message("32495123456", "x"))).command_status).toBe(0x04);
  });

  it("ends with unbind", async () => {
    const { peer } = await boundPeer();
    expect((await peer.say("enquire_link")).command).toBe("enquire_link_resp");
    expect((await peer.say("unbind")).command).toBe("unbind_resp");
    await peer.until(() => peer.ended);
  });
});

describe("submit_sm", () => {
  it("brings a message to the handset, and a receipt to the sender", async () => {
    const { peer, telq } = await boundPeer();
    const test = await telqTest(telq);
    const response = await peer.say(
      "submit_sm",
      message(test.phoneNumber, `${test.testIdText} is your code`, { registered_delivery: 1 }),
    );
    expect([response.command_status, response["message_id"]]).toEqual([0, "1"]);
    const receipt = await peer.hear(isReceipt);
    expect(receiptOf(receipt)).toBe(
      `id:1 sub:001 dlvrd:001 submit date:3001010000 done date:3001010000 stat:DELIVRD err:000 text:${`${test.testIdText} is your code`.slice(0, 20)}`,
    );
    expect(receipt).toMatchObject({
      esm_class: 4,
      source_addr: test.phoneNumber,
      destination_addr: "ACME",
      receipted_message_id: "1",
      message_state: 2,
    });
    expect(peer.heard.indexOf(receipt)).toBeGreaterThan(peer.heard.indexOf(response));
    expect(await telqResult(telq, test.id)).toMatchObject({
      senderDelivered: "ACME",
      textDelivered: `${test.testIdText} is your code`,
      testStatus: "POSITIVE",
    });
  });

  it.each([
    [0, "5 € @home", Buffer.from([0x35, 0x20, 0x1b, 0x65, 0x20, 0x00, 0x68, 0x6f, 0x6d, 0x65]), "gsm7"],
    [1, "_a_", Buffer.from("_a_", "latin1"), "gsm7"],
    [3, "déjà", Buffer.from("déjà", "latin1"), "gsm7"],
    [3, "ça ×", Buffer.from("ça ×", "latin1"), "ucs2"],
    [8, "код 👍", Buffer.from("код 👍", "utf16le").swap16(), "ucs2"],
    [0x18, "код", Buffer.from("код", "utf16le").swap16(), "ucs2"],
    [0xf1, "class one", Buffer.from("class one", "latin1"), "gsm7"],
  ] as const)("reads data_coding %i", async (data_coding, text, octets, alphabet) => {
    const { peer, telq } = await boundPeer();
    const test = await telqTest(telq, "206", "10", { testIdTextType: "NUMERIC" });
    const wide = data_coding === 8 || data_coding === 0x18;
    const id = wide
      ? Buffer.from(test.testIdText, "utf16le").swap16()
      : Buffer.from(test.testIdText, "latin1");
    await peer.say("submit_sm", message(test.phoneNumber, Buffer.concat([octets, id]), { data_coding }));
    const result = await telqResult(telq, test.id);
    expect(result.textDelivered).toBe(text + test.testIdText);
    const decoded = decodeDeliver(result.pdusDelivered[0] ?? "");
    expect(decoded.dataCoding.alphabet).toBe(alphabet);
    expect(decoded.dataCoding.messageClass).toBe(data_coding < 0x10 ? null : data_coding & 3);
  });

  it("joins parts by their header, in any order, and tells of each", async () => {
    const { peer, telq } = await boundPeer();
    const test = await telqTest(telq);
    const part = (sequence: number, text: string) =>
      peer.say(
        "submit_sm",
        message(
          test.phoneNumber,
          Buffer.concat([Buffer.from([5, 0, 3, 77, 2, sequence]), Buffer.from(text, "latin1")]),
          {
            esm_class: 0x40,
            registered_delivery: 1,
          },
        ),
      );
    await part(2, "and its end");
    await part(1, `${test.testIdText} `);
    await peer.until(() => peer.heard.filter(isReceipt).length === 2);
    const result = await telqResult(telq, test.id);
    expect(result.textDelivered).toBe(`${test.testIdText} and its end`);
    expect(result.pdusDelivered.map((pdu) => decodeDeliver(pdu).concatenation?.reference)).toEqual([77, 77]);
  });

  it("joins parts by sar parameters", async () => {
    const { peer, telq } = await boundPeer();
    const test = await telqTest(telq);
    for (const [sequence, text] of [
      [1, `${test.testIdText} `],
      [2, "and its end"],
    ] as const) {
      await peer.say(
        "submit_sm",
        message(test.phoneNumber, text, {
          sar_msg_ref_num: 513,
          sar_total_segments: 2,
          sar_segment_seqnum: sequence,
        }),
      );
    }
    const result = await telqResult(telq, test.id);
    expect(result.textDelivered).toBe(`${test.testIdText} and its end`);
    expect(decodeDeliver(result.pdusDelivered[0] ?? "").concatenation).toMatchObject({
      reference: 513,
      bits: 16,
    });
  });

  it("takes a long text in message_payload", async () => {
    const { peer, telq } = await boundPeer();
    const test = await telqTest(telq);
    const text = `${test.testIdText} ${"word ".repeat(199)}end`;
    await peer.say(
      "submit_sm",
      message(test.phoneNumber, Buffer.alloc(0), { message_payload: Buffer.from(text, "latin1") }),
    );
    const result = await telqResult(telq, test.id);
    expect(result.textDelivered).toBe(text);
    expect(result.pdusDelivered).toHaveLength(7);
  });

  it("takes the bind's system_type for the supplier", async () => {
    const { peer, telq } = await boundPeer(
      "bind_transmitter",
      { system_type: "cheap" },
      {
        routes: { suppliers: { cheap: suffixed(" STOP") } },
      },
    );
    const test = await telqTest(telq);
    await peer.say("submit_sm", message(test.phoneNumber, test.testIdText));
    expect((await telqResult(telq, test.id)).textDelivered).toBe(`${test.testIdText} STOP`);
  });

  it.each([
    [dropped(), 1, "stat:EXPIRED err:254"],
    [receiptLies(), 1, "stat:DELIVRD err:000"],
    [dropped(), 2, "stat:EXPIRED err:254"],
  ])("tells what the route has it tell", async (route, registered_delivery, told) => {
    const { peer, telq, sandbox } = await boundPeer();
    sandbox.routes.set({ default: route });
    const test = await telqTest(telq);
    await peer.say("submit_sm", message(test.phoneNumber, test.testIdText, { registered_delivery }));
    expect(receiptOf(await peer.hear(isReceipt))).toContain(told);
    expect((await telqResult(telq, test.id)).testStatus).toBe("WAIT");
  });

  it("sends no receipt that was not asked for", async () => {
    const { peer, telq } = await boundPeer();
    const test = await telqTest(telq);
    await peer.say("submit_sm", message(test.phoneNumber, test.testIdText, { registered_delivery: 0 }));
    await peer.say("submit_sm", message(test.phoneNumber, test.testIdText, { registered_delivery: 2 }));
    await peer.say("enquire_link");
    await new Promise((done) => setTimeout(done, 20));
    expect(peer.heard.some(isReceipt)).toBe(false);
  });

  it.each([
    [{ source_addr: "A name that is too long" }, 0x02],
    [{ source_addr: "ABCDEFGHIJKL" }, 0x0a],
    [{ source_addr_ton: 1, source_addr: "letters" }, 0x0a],
    [{ destination_addr: "nobody" }, 0x0b],
    [{ destination_addr: "" }, 0x0b],
    [{ esm_class: 0x40, short_message: Buffer.from([9, 0, 3, 1]) }, 0x43],
    [{ esm_class: 0x40, short_message: Buffer.alloc(0) }, 0x43],
    [{ data_coding: 4, short_message: Buffer.alloc(141) }, 0x01],
    [
      { esm_class: 0x40, short_message: Buffer.from(`\x05\0\x03\x07\x02\x01${"x".repeat(154)}`, "latin1") },
      0x01,
    ],
    [
      {
        short_message: Buffer.alloc(154, "x"),
        sar_msg_ref_num: 1,
        sar_total_segments: 2,
        sar_segment_seqnum: 1,
      },
      0x01,
    ],
    [
      { esm_class: 0x40, short_message: Buffer.concat([Buffer.from([139, 0x7f, 137]), Buffer.alloc(137)]) },
      0x01,
    ],
    [{ short_message: Buffer.from("x"), message_payload: Buffer.from("y") }, 0x01],
    [{ short_message: Buffer.alloc(0), message_payload: Buffer.alloc(255 * 153 + 1, "x") }, 0x01],
  ])("refuses %j with its status", async (more, status) => {
    const { peer } = await boundPeer();
    const response = await peer.say("submit_sm", { ...message("32495123456", "x"), ...more });
    expect(response.command_status).toBe(status);
    expect((await peer.say("enquire_link")).command_status).toBe(0);
  });
});

describe("what a peer can do no harm with", () => {
  const uint32 = (value: number) => {
    const octets = Buffer.alloc(4);
    octets.writeUInt32BE(value);
    return octets;
  };

  it.each([0, 4, 15, 0x10_0000, 0xffff_ffff])(
    "a command_length of %i ends its session only",
    async (length) => {
      const { peer, port } = await boundPeer();
      peer.socket.write(Buffer.concat([uint32(length), Buffer.alloc(12)]));
      const nack = await peer.hear(({ command }) => command === "generic_nack");
      expect(nack.command_status).toBe(0x02);
      await peer.until(() => peer.ended);
      expect((await new Peer(port).say("bind_transceiver", CREDENTIALS)).command_status).toBe(0);
    },
  );

  it("a submit_sm cut at any octet", async () => {
    const { peer } = await boundPeer();
    const whole = Buffer.from(new PDU("submit_sm", message("32495123456", "text")).toBuffer());
    for (let length = 16; length < whole.length; length++) {
      const cut = Buffer.from(whole.subarray(0, length));
      cut.writeUInt32BE(length, 0);
      cut.writeUInt32BE(1000 + length, 12);
      peer.socket.write(cut);
      const response = await peer.hear(({ sequence_number }) => sequence_number === 1000 + length);
      expect(response.command_status).not.toBe(0);
    }
    expect((await peer.say("enquire_link")).command_status).toBe(0);
  });

  it("a bind cut short", async () => {
    const { peer } = await setUp();
    peer.socket.write(Buffer.concat([uint32(17), uint32(9), uint32(0), uint32(5), Buffer.from("x")]));
    const answer = await peer.hear(({ sequence_number }) => sequence_number === 5);
    expect(answer.command_status).not.toBe(0);
    expect((await peer.say("bind_transceiver", CREDENTIALS)).command_status).toBe(0);
  });

  it("an unknown command", async () => {
    const { peer } = await boundPeer();
    peer.socket.write(Buffer.concat([uint32(16), uint32(0x999), uint32(0), uint32(77)]));
    const nack = await peer.hear(({ sequence_number }) => sequence_number === 77);
    expect([nack.command, nack.command_status]).toEqual(["generic_nack", 0x03]);
  });

  it("octets that come one by one", async () => {
    const { peer } = await setUp();
    const bind = Buffer.from(new PDU("bind_transceiver", { ...CREDENTIALS, sequence_number: 9 }).toBuffer());
    for (const octet of bind) peer.socket.write(Buffer.of(octet));
    expect((await peer.hear(({ sequence_number }) => sequence_number === 9)).command_status).toBe(0);
  });

  it("never binding", async () => {
    const { peer } = await setUp({ smppTimers: { bindMs: 30 } });
    await peer.until(() => peer.ended);
  });

  it("falling silent: it is asked once, then given up", async () => {
    const { peer } = await setUp({ smppTimers: { idleMs: 40 } });
    await peer.say("bind_transceiver", CREDENTIALS);
    await peer.hear(({ command }) => command === "enquire_link");
    await peer.until(() => peer.ended);
  });

  it("never answering its receipts: the next ones come all the same", async () => {
    const { peer, telq } = await setUp({ smppTimers: { responseMs: 20 } });
    await peer.say("bind_transceiver", CREDENTIALS);
    const test = await telqTest(telq);
    for (let i = 0; i < 25; i++) {
      await peer.say("submit_sm", message(test.phoneNumber, test.testIdText, { registered_delivery: 1 }));
    }
    await peer.until(() => peer.heard.filter(isReceipt).length === 25);
  });

  it("sending without end and never reading", async () => {
    const { peer, port } = await boundPeer();
    peer.socket.pause();
    const asked = Buffer.from(new PDU("enquire_link", { sequence_number: 9 }).toBuffer());
    const flood = Buffer.concat(Array.from({ length: 4096 }, () => asked));
    // Until the session is gone: what the two kernels keep for each other differs from machine to machine.
    for (let sent = 0; sent < 1000 && !peer.socket.destroyed; sent++) {
      if (!peer.socket.write(flood)) {
        const drained = new Promise((done) => peer.socket.once("drain", done));
        await Promise.race([drained, peer.until(() => peer.ended)]);
      }
    }
    await peer.until(() => peer.ended);
    expect((await new Peer(port).say("bind_transceiver", CREDENTIALS)).command_status).toBe(0);
  });

  it("a bind, a message and an unbind in one write, answered in their order", async () => {
    const { peer, telq } = await setUp();
    const test = await telqTest(telq);
    const octets = (command: string, parameters: Record<string, unknown>) =>
      Buffer.from(new PDU(command, parameters).toBuffer());
    peer.socket.write(
      Buffer.concat([
        octets("bind_transceiver", { ...CREDENTIALS, sequence_number: 1 }),
        octets("submit_sm", { ...message(test.phoneNumber, test.testIdText), sequence_number: 2 }),
        octets("unbind", { sequence_number: 3 }),
      ]),
    );
    await peer.until(() => peer.ended);
    expect(peer.heard.map(({ command, command_status }) => [command, command_status])).toEqual([
      ["bind_transceiver_resp", 0],
      ["submit_sm_resp", 0],
      ["unbind_resp", 0],
    ]);
    expect((await telqResult(telq, test.id)).testStatus).toBe("POSITIVE");
  });

  it("going away in the middle of a message", async () => {
    const { peer, port } = await boundPeer();
    peer.socket.write(Buffer.concat([uint32(200), uint32(4), uint32(0)]));
    peer.socket.resetAndDestroy();
    expect((await new Peer(port).say("bind_transceiver", CREDENTIALS)).command_status).toBe(0);
  });
});
