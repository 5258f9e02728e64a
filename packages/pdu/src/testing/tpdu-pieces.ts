import type { Tpdu } from "../tpdu.ts";

/** `2012-09-11 07:40:36 +02:00` as TP-SCTS. */
export const TIME = "21901170046380";
/** `2012-09-11 07:40:38 +02:00` as TP-DT. */
export const LATER = "21901170048380";
/** +491701234567 as TP-DA or TP-RA. */
export const NUMBER = "0C91947110325476";
/** `Hello` in septets, behind its TP-UDL. */
export const HELLO = "05C8329BFD06";

/** One TPDU of each type and shape without a service centre, free of diagnostics, and how it is to be read. */
export const SAMPLES: readonly {
  readonly name: string;
  readonly type: Tpdu["type"];
  readonly hex: string;
  readonly direction: "to-mobile" | "to-network";
  readonly outcome?: "ack" | "error";
}[] = [
  { name: "SMS-DELIVER", type: "SMS-DELIVER", hex: `04${NUMBER}0000${TIME}${HELLO}`, direction: "to-mobile" },
  { name: "SMS-SUBMIT", type: "SMS-SUBMIT", hex: `0107${NUMBER}0000${HELLO}`, direction: "to-network" },
  {
    name: "SMS-SUBMIT with a relative period",
    type: "SMS-SUBMIT",
    hex: `1107${NUMBER}0000A7${HELLO}`,
    direction: "to-network",
  },
  {
    name: "SMS-SUBMIT with an absolute period",
    type: "SMS-SUBMIT",
    hex: `1907${NUMBER}0000${TIME}${HELLO}`,
    direction: "to-network",
  },
  {
    name: "SMS-SUBMIT with an enhanced period",
    type: "SMS-SUBMIT",
    hex: `0907${NUMBER}000003214365000000${HELLO}`,
    direction: "to-network",
  },
  {
    name: "SMS-SUBMIT with a header",
    type: "SMS-SUBMIT",
    hex: `4107${NUMBER}0004080500030702016869`,
    direction: "to-network",
  },
  {
    name: "SMS-DELIVER-REPORT of success",
    type: "SMS-DELIVER-REPORT",
    hex: `00070000${HELLO}`,
    direction: "to-network",
    outcome: "ack",
  },
  {
    name: "SMS-DELIVER-REPORT of an error",
    type: "SMS-DELIVER-REPORT",
    hex: `00D3070000${HELLO}`,
    direction: "to-network",
    outcome: "error",
  },
  {
    name: "SMS-SUBMIT-REPORT of success",
    type: "SMS-SUBMIT-REPORT",
    hex: `0107${TIME}0000${HELLO}`,
    direction: "to-mobile",
    outcome: "ack",
  },
  {
    name: "SMS-SUBMIT-REPORT of an error",
    type: "SMS-SUBMIT-REPORT",
    hex: `01C000${TIME}`,
    direction: "to-mobile",
    outcome: "error",
  },
  {
    name: "SMS-STATUS-REPORT",
    type: "SMS-STATUS-REPORT",
    hex: `0607${NUMBER}${TIME}${LATER}00`,
    direction: "to-mobile",
  },
  {
    name: "SMS-STATUS-REPORT with user data",
    type: "SMS-STATUS-REPORT",
    hex: `0607${NUMBER}${TIME}${LATER}00070000${HELLO}`,
    direction: "to-mobile",
  },
  { name: "SMS-COMMAND", type: "SMS-COMMAND", hex: `2207000209${NUMBER}00`, direction: "to-network" },
  {
    name: "SMS-COMMAND with data",
    type: "SMS-COMMAND",
    hex: `02070000FF${NUMBER}03A1B2C3`,
    direction: "to-network",
  },
];
