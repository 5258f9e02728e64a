import { CampaignError } from "../../errors/campaign-error.ts";

/** Where a service centre is and who asks. */
export interface SmppTarget {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  readonly systemId: string;
  readonly password: string;
  readonly systemType: string;
}

/** 2775 is the port that IANA lists for SMPP, 3550 the one for SMPP over TLS. */
const PORTS = { "smpp:": 2775, "smpps:": 3550 } as const;

/**
 * Reads `smpp://system_id:password@host:port?system_type=x`; `smpps:` is SMPP over TLS. Characters that mean something in
 * a URL are percent-encoded. Throws `CONFIG_INVALID`, which shows neither the system_id nor the password.
 */
export function readSmppUrl(text: string): SmppTarget {
  const url = parsed(text);
  const { protocol } = url ?? { protocol: "" };
  if (url === null || (protocol !== "smpp:" && protocol !== "smpps:") || url.hostname === "")
    throw new CampaignError("CONFIG_INVALID", "is not smpp://system_id:password@host:port", "smpp");
  const [systemId, password, systemType] = [
    decoded(url.username, "system_id"),
    decoded(url.password, "password"),
    url.searchParams.get("system_type") ?? "",
  ];
  // SMPP 3.4, 4.1.1: C-octet strings, their closing zero included.
  for (const [field, value, octets] of [
    ["system_id", systemId, 15],
    ["password", password, 8],
    ["system_type", systemType, 12],
  ] as const)
    if (value.length > octets || !/^[\x20-\x7e]*$/.test(value))
      throw new CampaignError("CONFIG_INVALID", `has at most ${octets} ASCII characters`, `smpp.${field}`);
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port === "" ? PORTS[protocol] : Number(url.port),
    tls: protocol === "smpps:",
    systemId,
    password,
    systemType,
  };
}

function parsed(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

function decoded(text: string, field: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new CampaignError("CONFIG_INVALID", "is not percent-encoded", `smpp.${field}`);
  }
}
