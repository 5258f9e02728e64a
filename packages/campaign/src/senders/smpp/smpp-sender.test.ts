import type { Sender, SenderReceipt } from "@smsproof/vendor";
import { PDU } from "smpp";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ServiceCentre, startServiceCentre } from "../../testing/service-centre.ts";
import { createSmppSender, type SmppSenderOptions } from "./smpp-sender.ts";

let centre: ServiceCentre;
const senders: Sender[] = [];

beforeEach(async () => {
  centre = await startServiceCentre();
});
afterEach(async () => {
  await Promise.all(senders.splice(0).map((sender) => sender.close?.()));
  await centre.close();
});

function sender(options: Partial<SmppSenderOptions> = {}): Sender {
  const made = createSmppSender({
    url: centre.url,
    responseMs: 300,
    connectMs: 500,
    reconnectMs: 10,
    ...options,
  });
  senders.push(made);
  return made;
}

const message = { from: "ACME", to: "32470000001", text: "code 1234" };
const submitted = () => centre.received.filter(({ command }) => command === "submit_sm");
const normally = (): ServiceCentre["on"] => (request, answer) =>
  answer(request.command === "submit_sm" ? { message_id: "1" } : {});

const until = (condition: () => boolean): Promise<void> => expect.poll(condition).toBe(true);

describe("what goes out", () => {
  it("is one submit_sm with the parameters of its sender and alphabet", async () => {
    expect(await sender().send(message)).toEqual({ outcome: "accepted", messageIds: ["id1"], parts: 1 });
    expect(submitted()[0]?.pdu).toMatchObject({
      source_addr_ton: 5,
      source_addr: "ACME",
      destination_addr: "32470000001",
      data_coding: 0,
      esm_class: 0,
      registered_delivery: 1,
    });
  });

  it("is one submit_sm for each part of a long text, with one reference, in order", async () => {
    const outcome = await sender().send({ ...message, text: `${"x".repeat(400)}\u20ac` });
    expect(outcome).toMatchObject({ outcome: "accepted", messageIds: ["id1", "id2", "id3"], parts: 3 });
    const headers = submitted().map(({ octets }) => userData(octets).slice(0, 6));
    const reference = headers[0]?.[3];
    expect(headers).toEqual([1, 2, 3].map((sequence) => [5, 0, 3, reference, 3, sequence]));
    expect(submitted().every(({ pdu }) => pdu["esm_class"] === 0x40)).toBe(true);
    const longest = Math.max(...submitted().map(({ octets }) => userData(octets).length));
    expect(longest).toBe(159);
  });

  it("is UCS2 where GSM 7-bit or the account's Latin-1 does not hold the text", async () => {
    const made = sender({ defaultAlphabet: "latin1" });
    await made.send({ ...message, text: "h\u00e9" });
    await made.send({ ...message, text: "1 \u20ac" });
    await made.send({ ...message, text: "\u{1F600}" });
    expect(submitted().map(({ pdu }) => pdu["data_coding"])).toEqual([0, 8, 8]);
    expect(userData(submitted()[0]?.octets)).toEqual([0x68, 0xe9]);
    expect(userData(submitted()[2]?.octets)).toEqual([0xd8, 0x3d, 0xde, 0x00]);
    expect(await made.send({ ...message, text: "1 \u20ac", encoding: "gsm7" })).toMatchObject({
      outcome: "rejected",
    });
  });

  it.each([
    [{ ...message, from: "a sender too long" }],
    [{ ...message, to: "+32" }],
    [{ ...message, text: "x".repeat(50_000) }],
    [{ ...message, text: "\u{1F600}", encoding: "gsm7" as const }],
  ])("is nothing for a message that cannot be sent: %#", async (bad) => {
    expect(await sender().send(bad)).toMatchObject({ outcome: "rejected", retryable: false });
    expect(centre.received).toHaveLength(0);
  });
});

describe("what is known of a message", () => {
  it.each([
    [0x58, true],
    [0x14, true],
    [0x0b, false],
    [0x45, false],
  ])("status 0x%s refuses it; later again: %s", async (status, retryable) => {
    centre.on = ({ command }, answer) => answer(command === "submit_sm" ? { command_status: status } : {});
    expect(await sender().send(message)).toMatchObject({ outcome: "rejected", retryable });
  });

  it("is unknown when no answer comes, and when the connection breaks first", async () => {
    centre.on = ({ command }, answer) => void (command !== "submit_sm" && answer());
    expect(await sender().send(message)).toMatchObject({ outcome: "unknown" });
    centre.on = ({ command, socket }, answer) => void (command === "submit_sm" ? socket.destroy() : answer());
    expect(await sender().send(message)).toMatchObject({ outcome: "unknown" });
    expect(submitted()).toHaveLength(2);
  });

  it("is unknown when a part was refused after another had been taken", async () => {
    centre.on = ({ command }, answer) =>
      answer(
        command === "submit_sm" && submitted().length > 1 ? { command_status: 0x58 } : { message_id: "1" },
      );
    const outcome = await sender().send({ ...message, text: "x".repeat(400) });
    expect(outcome).toMatchObject({ outcome: "unknown", reason: expect.stringContaining("part 2 of 3") });
  });

  it("is that nothing went out when no session can be had; the password is not shown", async () => {
    await centre.close();
    const outcome = await sender({ connectAttempts: 2 }).send(message);
    expect(outcome).toMatchObject({ outcome: "rejected", retryable: true });
    expect(JSON.stringify(outcome)).not.toContain("secret");
  });

  it("is final when the service centre does not know who asks, after one try", async () => {
    centre.on = (_, answer) => answer({ command_status: 0x0e });
    const outcome = await sender().send(message);
    expect(outcome).toMatchObject({ outcome: "rejected", retryable: false });
    expect(centre.received).toHaveLength(1);
  });
});

describe("the session", () => {
  it("holds no more than its window without an answer", async () => {
    const answers: (() => void)[] = [];
    let most = 0;
    centre.on = ({ command }, answer) => {
      if (command !== "submit_sm") return answer();
      answers.push(() => answer({ message_id: "1" }));
      most = Math.max(most, answers.length);
      setTimeout(() => answers.shift()?.(), 5);
    };
    const made = sender({ window: 3 });
    await Promise.all(Array.from({ length: 20 }, () => made.send(message)));
    expect(most).toBe(3);
    expect(centre.sockets).toHaveLength(1);
  });

  it("is opened again when it is lost, also when the first tries fail", async () => {
    const made = sender();
    await made.send(message);
    centre.on = (_, answer) => answer({ command_status: 8 });
    centre.sockets[0]?.destroy();
    await until(() => centre.sockets.length >= 3);
    centre.on = normally();
    expect(await made.send(message)).toMatchObject({ outcome: "accepted" });
  });

  it("asks whether the service centre is still there, and is opened again when it is not", async () => {
    centre.on = ({ command }, answer) => void (command !== "enquire_link" && answer({ message_id: "1" }));
    const made = sender({ enquireMs: 30, responseMs: 60 });
    await made.send(message);
    await until(() => centre.sockets.length >= 2);
    expect(centre.received.map(({ command }) => command)).toContain("enquire_link");
  });

  it.each([
    ["a command_length below 16", Buffer.from([0, 0, 0, 4])],
    ["a command_length of gigabytes", Buffer.from([0x7f, 0, 0, 0, 1, 2, 3, 4])],
  ])("survives %s", async (_, octets) => {
    const made = sender();
    await made.send(message);
    centre.sockets[0]?.write(octets);
    await until(() => centre.sockets.length >= 2);
    expect(await made.send(message)).toMatchObject({ outcome: "accepted" });
  });

  it("survives PDUs that end in the middle of a field, and says that it does not know them", async () => {
    const made = sender();
    await made.send(message);
    const cut = Buffer.from(
      new PDU("deliver_sm", { sequence_number: 9, source_addr: "1" }).toBuffer(),
    ).subarray(0, 20);
    cut.writeUInt32BE(20, 0);
    centre.sockets[0]?.write(cut);
    const answered = () =>
      centre.received.some(({ command }) => /generic_nack|deliver_sm_resp/.test(command));
    await until(answered);
    expect(await made.send(message)).toMatchObject({ outcome: "accepted" });
  });

  it("unbinds when it is closed, and sends nothing afterwards", async () => {
    const made = sender();
    await made.send(message);
    await made.close?.();
    expect(centre.received.at(-1)?.command).toBe("unbind");
    expect(await made.send(message)).toMatchObject({ outcome: "rejected" });
    expect(centre.sockets).toHaveLength(1);
  });
});

describe("receipts", () => {
  const receipt = (more: Readonly<Record<string, unknown>>) =>
    new PDU("deliver_sm", { sequence_number: 5, esm_class: 4, data_coding: 3, ...more }).toBuffer();

  it.each([
    ["by its optional parameters", "id1", { receipted_message_id: "id1", message_state: 2 }, "DELIVRD"],
    ["by its text", "id1", { short_message: Buffer.from("id:id1 sub:001 stat:UNDELIV err:001") }, "UNDELIV"],
    [
      "in decimal, sent in hexadecimal",
      "1F4",
      { short_message: Buffer.from("id:500 stat:DELIVRD") },
      "DELIVRD",
    ],
    [
      "in hexadecimal, sent in decimal",
      "500",
      { short_message: Buffer.from("id:000001F4 stat:EXPIRED") },
      "EXPIRED",
    ],
  ])("name their message %s", async (_, id, parameters, status) => {
    centre.on = ({ command }, answer) => answer(command === "submit_sm" ? { message_id: id } : {});
    const heard: SenderReceipt[] = [];
    const made = sender();
    made.onReceipt?.((one) => heard.push(one));
    await made.send(message);
    centre.sockets[0]?.write(receipt(parameters));
    await until(() => heard.length > 0);
    expect(heard[0]).toMatchObject({ messageId: id, status });
    await until(() => centre.received.some(({ command }) => command === "deliver_sm_resp"));
  });

  it("are not what ordinary messages are", async () => {
    const heard: SenderReceipt[] = [];
    const made = sender();
    made.onReceipt?.((one) => heard.push(one));
    await made.send(message);
    centre.sockets[0]?.write(receipt({ esm_class: 0, short_message: Buffer.from("id:id1 stat:DELIVRD") }));
    await until(() => centre.received.some(({ command }) => command === "deliver_sm_resp"));
    expect(heard).toEqual([]);
  });
});

it.each([
  "http://a:b@host",
  "smpp://a:b@",
  "smpp://toolongsystemidentifier:b@host",
  "smpp://a:passwordtoolong@host",
  "smpp://%zz@host",
  "nonsense",
])("a URL that is none is refused without showing it: %s", (url) => {
  expect(() => createSmppSender({ url })).toThrow(expect.objectContaining({ code: "CONFIG_INVALID" }));
  expect(() => createSmppSender({ url })).not.toThrow(/passwordtoolong|toolongsystem/);
});

/** short_message out of the octets of a submit_sm, read without the library. */
function userData(octets: Uint8Array | undefined): readonly number[] {
  const all = [...(octets ?? [])];
  let at = 16;
  const skipText = (): void => {
    at = all.indexOf(0, at) + 1;
  };
  skipText();
  at += 2;
  skipText();
  at += 2;
  skipText();
  at += 3;
  skipText();
  skipText();
  at += 4;
  const length = all[at] ?? 0;
  return all.slice(at + 1, at + 1 + length);
}
