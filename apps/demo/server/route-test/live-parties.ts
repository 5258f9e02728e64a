import { readFile } from "node:fs/promises";
import { createHttpSender } from "@smsproof/campaign";
import { createTelq } from "@smsproof/telq";
import { createTestsms } from "@smsproof/testsms";
import {
  createSecretVault,
  type Environment,
  type Network,
  networkKey,
  readEnvironment,
  type SecretVault,
  type Sender,
  systemClock,
  type Vendor,
} from "@smsproof/vendor";
import type { OfferedNetwork, OfferedVendor } from "../../src/route-test/campaign-wire.ts";
import type { Party } from "./party.ts";

/** Says how messages to real handsets go out: `smpp://user:password@host:port`, `smpps://…` or `http:FILE`. */
const VIA_VARIABLE = "SMSPROOF_VIA";

/** Real vendors, and a vault that knows every credential they were given. */
export interface LiveParties {
  readonly parties: readonly Party[];
  readonly vault: SecretVault;
}

const SECRETS = ["TELQ_APP_KEY", "TESTSMS_CLIENT_SECRET", "TESTSMS_PASSWORD"] as const;

const VENDORS = [
  {
    name: "telq",
    label: "TelQ",
    variables: ["TELQ_APP_ID", "TELQ_APP_KEY"],
    create: (environment: Environment): Vendor => createTelq({ environment }).asVendor(),
  },
  {
    name: "testsms",
    label: "TestSMS",
    variables: ["TESTSMS_CLIENT_ID", "TESTSMS_CLIENT_SECRET", "TESTSMS_EMAIL", "TESTSMS_PASSWORD"],
    create: (environment: Environment): Vendor => createTestsms({ environment }).asVendor(),
  },
] as const;

/** The vendors that the environment has credentials for. No request is made. */
export function readLiveParties(environment: Environment): LiveParties {
  const vault = createSecretVault();
  for (const name of SECRETS) vault.addCredential(readEnvironment(name, environment) ?? "");
  const via = readEnvironment(VIA_VARIABLE, environment);
  addPassword(vault, via);
  const way = createWay(via, environment);
  const parties = VENDORS.filter(({ variables }) =>
    variables.some((name) => readEnvironment(name, environment) !== undefined),
  ).map(({ name, label, create }): Party => {
    let vendor: Vendor | null = null;
    let trouble: string | null = way.trouble;
    try {
      vendor = create(environment);
    } catch (error) {
      trouble = vault.redact(wordsOf(error));
    }
    const offered: OfferedVendor = { name, label, live: true, trouble, via: way.label };
    return partyOf(vendor, way, offered, vault);
  });
  return { parties, vault };
}

function partyOf(vendor: Vendor | null, way: Way, offered: OfferedVendor, vault: SecretVault): Party {
  const ready = (): Vendor => {
    if (vendor === null || offered.trouble !== null) throw new Error(offered.trouble ?? "it is not set up");
    return vendor;
  };
  return {
    offered,
    async networks() {
      try {
        return (await ready().networks()).map(offeredNetwork);
      } catch (error) {
        throw new Error(vault.redact(wordsOf(error)));
      }
    },
    async prepare() {
      const used = ready();
      return { vendor: used, sender: await way.sender(), clock: systemClock, release: async () => undefined };
    },
    close: way.close,
  };
}

function offeredNetwork(network: Network): OfferedNetwork {
  const { operatorName, portedFromOperatorName, countryName, countryCode } = network;
  return {
    key: networkKey(network),
    operator: operatorName,
    portedFromOperator: portedFromOperatorName,
    countryName,
    country: countryCode,
    route: null,
    proposed: false,
  };
}

/** The way that messages take. One sender serves all campaigns: a bind costs time, and gateways count them. */
interface Way {
  readonly label: string | null;
  readonly trouble: string | null;
  sender(): Promise<Sender>;
  close(): Promise<void>;
}

function createWay(via: string | undefined, environment: Environment): Way {
  const kind =
    via === undefined ? null : /^smpps?:\/\//.test(via) ? "SMPP" : via.startsWith("http:") ? "HTTP" : null;
  let opened: Promise<Sender> | null = null;
  return {
    label: kind,
    trouble:
      via === undefined
        ? `Set ${VIA_VARIABLE} to the route that is to be tested: smpp://user:password@host:port or http:FILE.`
        : kind === null
          ? `${VIA_VARIABLE} begins with neither smpp://, smpps:// nor http:.`
          : null,
    sender() {
      if (via === undefined || kind === null) throw new Error("no route is set");
      opened ??= kind === "SMPP" ? openSmpp(via) : openHttp(via, environment);
      // One that could not be opened is tried anew by the next campaign.
      opened.catch(() => {
        opened = null;
      });
      return opened;
    },
    async close() {
      await (await opened?.catch(() => null))?.close?.();
    },
  };
}

async function openSmpp(url: string): Promise<Sender> {
  // Only here: it brings databases and SMPP with it, which the sandbox does without.
  const { createSmppSender } = await import("@smsproof/campaign/node");
  return createSmppSender({ url });
}

async function openHttp(via: string, environment: Environment): Promise<Sender> {
  const file = via.slice("http:".length);
  const text = await readFile(file, "utf8").catch(() => {
    throw new Error(`${VIA_VARIABLE}: the file cannot be read.`);
  });
  let template: unknown;
  try {
    template = JSON.parse(text);
  } catch {
    throw new Error(`${VIA_VARIABLE}: the file is not JSON.`);
  }
  return createHttpSender(template, { environment });
}

function addPassword(vault: SecretVault, via: string | undefined): void {
  if (via === undefined || !URL.canParse(via)) return;
  const { password } = new URL(via);
  vault.addCredential(password);
  try {
    vault.addCredential(decodeURIComponent(password));
  } catch {
    // Not escaped: known as it stands.
  }
}

const wordsOf = (error: unknown): string =>
  error instanceof Error ? error.message : "it failed without a word";
