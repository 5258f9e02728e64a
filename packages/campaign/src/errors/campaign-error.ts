/** What went wrong. Stable; codes are only ever added. */
export type CampaignErrorCode =
  /** The plan is not one; `path` names the value. */
  | "PLAN_INVALID"
  /** A campaign of this id is stored with another plan. */
  | "PLAN_CHANGED"
  /** No campaign of this id is stored, and no plan was given. */
  | "CAMPAIGN_NOT_FOUND"
  /** Another process runs this campaign. */
  | "CAMPAIGN_BUSY"
  /** The plan names a vendor or a sender that was not handed over. */
  | "PARTY_MISSING"
  /** Another process has the folder of the store open. */
  | "STORE_BUSY"
  /** The store holds something else than expected: another process moved the same test. */
  | "STORE_CONFLICT"
  /** The database cannot be reached, or refused a statement. */
  | "STORE_FAILED"
  /** The configuration of a sender or of the monitor is wrong; `path` names the value. */
  | "CONFIG_INVALID";

const BRAND: symbol = Symbol.for("smsproof.campaign.error");

/** A failure of the campaign itself. What vendors and senders answer are outcomes, not errors. Holds no secret. */
export class CampaignError extends Error {
  readonly code: CampaignErrorCode;
  /** The value that is wrong: `messages[0].text`; empty where there is none. */
  readonly path: string;

  constructor(code: CampaignErrorCode, message: string, path = "") {
    super(path === "" ? message : `${path}: ${message}`);
    Object.defineProperty(this, BRAND, { value: true });
    this.code = code;
    this.path = path;
  }

  override get name(): string {
    return "CampaignError";
  }

  /** By brand, so that an error from another build of this package counts too. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isCampaignError(value);
  }
}

/** Whether the value is a `CampaignError`, of one code where one is given. Works across builds. */
export function isCampaignError(value: unknown, code?: CampaignErrorCode): value is CampaignError {
  return (
    typeof value === "object" &&
    value !== null &&
    Reflect.get(value, BRAND) === true &&
    (code === undefined || Reflect.get(value, "code") === code)
  );
}
