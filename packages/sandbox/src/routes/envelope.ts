import { smscOfCountry } from "../networks/smsc-lookup.ts";
import { type Route, route } from "./route.ts";

/** The service centre is one of another country, by ISO code. Throws a RangeError for one the sandbox has none of. */
export function smscOf(country: string): Route {
  const smsc = smscOfCountry(country);
  if (smsc === null) throw new RangeError(`the sandbox has no service centre in "${country}"`);
  return route("smscOf", [country], ["ROUTE_SMSC_FOREIGN"], {
    envelope: (envelope) => ({ ...envelope, smsc }),
  });
}

/** The PDU names no service centre. */
export const smscHidden = (): Route =>
  route("smscHidden", [], ["ROUTE_SMSC_ABSENT"], { envelope: (envelope) => ({ ...envelope, smsc: null }) });

/** The service centre stamps in a zone of its own, minutes east of UTC in quarters of an hour. */
export function stampedInZone(utcOffsetMinutes: number): Route {
  if (utcOffsetMinutes % 15 !== 0 || Math.abs(utcOffsetMinutes) > 840) {
    throw new RangeError("a zone is a multiple of 15 minutes, 840 at most");
  }
  return route("stampedInZone", [utcOffsetMinutes], ["ROUTE_SCTS_TZ_FOREIGN"], {
    envelope: (envelope) => ({ ...envelope, utcOffsetMinutes }),
  });
}

/** The protocol identifier is not that of an ordinary message. */
export function protocolIdentifier(value: number): Route {
  if (!Number.isInteger(value) || value < 0 || value > 255) throw new RangeError("TP-PID is one octet");
  return route("protocolIdentifier", [value], ["ROUTE_PID_UNUSUAL"], {
    envelope: (envelope) => ({ ...envelope, protocolIdentifier: value }),
  });
}

/** The message is shown at once and not kept: class 0. */
export const flash = (): Route =>
  route("flash", [], ["ROUTE_CLASS_CHANGED"], { message: (message) => ({ ...message, messageClass: 0 }) });
