import { digits, letters, readSenderAddress, type SenderAddress } from "../handset/sender-address.ts";
import { numberIn } from "../networks/networks.ts";
import { SITES } from "../networks/sites.ts";
import { isGenericSender, isWarningLabel } from "./generic-senders.ts";
import type { RouteContext } from "./message.ts";
import { type FindingCode, type Route, route } from "./route.ts";

/** Another sender stands in place of the sent one. Throws a RangeError for what cannot be a sender. */
export function senderReplaced(name: string): Route {
  const read = readSenderAddress(name);
  if (!read.ok) throw new RangeError(`senderReplaced: ${read.reason}`);
  if (read.sender.ton !== "alphanumeric") {
    throw new RangeError("senderReplaced takes a name; for numbers there are the senderReplacedBy... routes");
  }
  return replacing("senderReplaced", [name], [codeOfName(name)], () => read.sender);
}

function codeOfName(name: string): FindingCode {
  if (isGenericSender(name)) return "SENDER_REPLACED_GENERIC";
  return isWarningLabel(name) ? "SENDER_REPLACED_WARNING_LABEL" : "SENDER_REPLACED_ALPHA";
}

/** A short code stands in place of the sender. */
export function senderReplacedByShortCode(code = "38665"): Route {
  if (!/^\d{3,8}$/.test(code)) throw new RangeError("a short code has 3 to 8 digits");
  return replacing("senderReplacedByShortCode", [code], ["SENDER_REPLACED_SHORTCODE"], () => digits(code));
}

/** A number of the destination's country that is no mobile stands in place of the sender. */
export function senderReplacedByLocalNumber(): Route {
  return replacing("senderReplacedByLocalNumber", [], ["SENDER_REPLACED_LONGCODE_LOCAL"], (context) =>
    numberOf(context, "fixed"),
  );
}

/** An ordinary mobile of the destination's country stands in place of the sender, as a SIM farm sends it. */
export function simFarm(): Route {
  return replacing("simFarm", [], ["SENDER_REPLACED_LONGCODE_LOCAL", "ROUTE_SIM_FARM_SUSPECTED"], (context) =>
    numberOf(context, "mobile"),
  );
}

/** A mobile of another country stands in place of the sender. */
export function senderReplacedByForeignNumber(): Route {
  return replacing(
    "senderReplacedByForeignNumber",
    [],
    ["SENDER_REPLACED_LONGCODE_FOREIGN"],
    ({ network, random }) => {
      const abroad = SITES.find((site) => site.callingCode !== network?.callingCode);
      return digits(
        abroad === undefined ? "+447785900123" : `+${numberIn(abroad.callingCode, abroad.mobile, random)}`,
      );
    },
  );
}

/** The sender is gone: TP-OA has no digits. */
export function senderEmptied(): Route {
  return replacing("senderEmptied", [], ["SENDER_EMPTY"], () => ({
    address: "",
    ton: "unknown",
    npi: "unknown",
  }));
}

function replacing(
  name: string,
  args: readonly string[],
  causes: readonly FindingCode[],
  make: (context: RouteContext) => SenderAddress,
): Route {
  return route(name, args, causes, {
    message: (message, context) => ({ ...message, sender: make(context) }),
  });
}

function numberOf({ network, random }: RouteContext, kind: "mobile" | "fixed"): SenderAddress {
  return network === null ? letters("?") : digits(`+${numberIn(network.callingCode, network[kind], random)}`);
}
