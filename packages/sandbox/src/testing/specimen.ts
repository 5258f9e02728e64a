import type { MessageView } from "../control/state-view.ts";
import type { DeepPartial } from "../quirks/deep-partial.ts";
import type { Quirks } from "../quirks/quirks.ts";
import type { Specimen } from "../routes/catalogue.ts";
import type { Route } from "../routes/route.ts";
import { createSandbox } from "../sandbox.ts";
import { type TelqResult, telqClient, telqResult, telqTest } from "./clients.ts";

/** A specimen's journey: what was sent, and what TelQ reports of it. */
export interface DeliveredSpecimen {
  readonly sent: {
    readonly from: string;
    readonly text: string;
    readonly testText: string;
    readonly at: string;
  };
  readonly network: { readonly mcc: string; readonly mnc: string };
  readonly result: TelqResult;
  /** The message as the sandbox keeps it, with its receipt. */
  readonly message: MessageView;
}

/** Sends a specimen over a route, through TelQ's API from end to end. */
export async function deliverSpecimen(
  specimen: Specimen,
  route: Route,
  quirks: DeepPartial<Quirks> = {},
): Promise<DeliveredSpecimen> {
  const sandbox = createSandbox({ routes: { default: route }, quirks });
  const telq = telqClient(sandbox);
  const network = { mcc: specimen.network.slice(0, 3), mnc: specimen.network.slice(3) };
  const test = await telqTest(telq, network.mcc, network.mnc, {
    testIdTextType: "NUMERIC",
    testIdTextLength: 6,
  });
  const text = specimen.text.replaceAll("{code}", test.testIdText);
  const at = new Date(sandbox.now()).toISOString();
  const { id } = sandbox.sms({
    from: specimen.from,
    to: test.phoneNumber,
    text,
    ...(specimen.encoding === undefined ? {} : { encoding: specimen.encoding }),
  });
  await sandbox.advance(3_600_000);
  const message = sandbox.message(id);
  if (message === null) throw new Error("the message is lost");
  const result = await telqResult(telq, test.id);
  return { sent: { from: specimen.from, text, testText: test.testIdText, at }, network, result, message };
}
