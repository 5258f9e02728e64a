import type { TestDestination } from "@smsproof/vendor";
import { UsageError } from "../exit-status.ts";

/** `20610`, `206-10`: mobile country code and mobile network code. */
const CODE = /^(\d{3})-?(\d{2,3})$/;

/**
 * The networks of `--network`, each option one or several with commas between them; `portedFrom` is the network code, with
 * or without its country code, that numbers in the one network were ported from.
 */
export function destinationsOf(
  networks: readonly string[],
  portedFrom: string | undefined,
): readonly TestDestination[] {
  const codes = networks.flatMap((list) => list.split(",")).map((code) => code.trim());
  if (codes.length === 0) throw new UsageError("Which networks? Give --network, such as --network 20610");
  if (portedFrom !== undefined && codes.length > 1)
    throw new UsageError("--ported-from goes with one network; test the others in a call of their own");
  return codes.map((code) => {
    const [, mcc, mnc] = CODE.exec(code) ?? [];
    if (mcc === undefined || mnc === undefined)
      throw new UsageError(`--network takes five or six digits, such as 20610, not "${code}"`);
    return { kind: "network", network: { mcc, mnc, portedFrom: portedCode(mcc, portedFrom) } };
  });
}

/** A network code alone lies in the country of the network: numbers are not ported across borders. */
function portedCode(mcc: string, text: string | undefined): { mcc: string; mnc: string } | null {
  if (text === undefined) return null;
  if (/^\d{2,3}$/.test(text)) return { mcc, mnc: text };
  const [, fromMcc, fromMnc] = CODE.exec(text) ?? [];
  if (fromMcc === undefined || fromMnc === undefined)
    throw new UsageError(`--ported-from takes a network code, such as 03, not "${text}"`);
  return { mcc: fromMcc, mnc: fromMnc };
}
