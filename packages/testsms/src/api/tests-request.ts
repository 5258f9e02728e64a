import { requestError, toIssues } from "@smsproof/vendor";
import { z } from "zod";
import { judgeTemplate } from "./message-id-template.ts";

/** How long TestSMS waits for a message: two hours, which cannot be changed. */
export const TESTSMS_WAIT_SECONDS = 7_200;

const mccmnc = z.string().regex(/^\d{5,6}$/, "must be MCC and MNC together, 5 or 6 digits");

const createTest = z
  .strictObject({
    /** MCC and MNC together, from a recent `networks.list()`. Required unless there is an `externalMsisdn`. */
    mccmnc: mccmnc.optional(),
    /** Network that a ported number came from. */
    mccmncOriginal: mccmnc.optional(),
    /** A number of your own: E.164 digits without plus. No result is to be expected. */
    externalMsisdn: z
      .string()
      .regex(/^[1-9]\d{6,14}$/, "must be E.164 digits without plus: 7 to 15 of them")
      .optional(),
    /** Form of the messageId: one placeholder, for example `[code6]`. */
    messageIdTemplate: z.string().optional(),
  })
  .superRefine((test, context) => {
    const wrong = (field: string, message: string): void => {
      context.addIssue({ code: "custom", path: [field], message });
    };
    if (test.externalMsisdn === undefined && test.mccmnc === undefined) wrong("mccmnc", "is required");
    if (test.externalMsisdn === undefined) return;
    for (const field of ["mccmnc", "mccmncOriginal", "messageIdTemplate"] as const) {
      if (test[field] !== undefined)
        wrong(field, "is ignored by TestSMS beside externalMsisdn: leave it out");
    }
  });

const testsRequest = z.strictObject({
  networks: z.array(createTest).min(1, "must not be empty"),
  /** Gets a POST when a result is in. TestSMS sends no secret of its own: put one into the path (`createCallbackKey`). */
  callbackUrl: z.url({ protocol: /^https?$/, error: "must be an http(s) URL" }).optional(),
  /** Send templates that the document does not describe: text around a placeholder, several placeholders. */
  unsafeTemplates: z.boolean().optional(),
});

/** What `tests.create` takes: TestSMS's names, checked before the request costs anything. */
export type TestsmsTestsRequest = z.input<typeof testsRequest>;

/** A request as it goes out. */
export interface CheckedTestsRequest {
  readonly request: z.output<typeof testsRequest>;
  readonly body: string;
  /** What is doubtful about it. */
  readonly doubts: readonly string[];
}

/** Checks a request. Throws a `ValidationError` that names every wrong place. */
export function checkTestsRequest(input: TestsmsTestsRequest): CheckedTestsRequest {
  const checked = testsRequest.safeParse(input);
  if (!checked.success) throw requestError("testsms", "tests.create", toIssues(checked.error));
  const { networks, callbackUrl, unsafeTemplates } = checked.data;
  const verdicts = networks.flatMap(({ messageIdTemplate }, at) =>
    messageIdTemplate === undefined
      ? []
      : [{ path: `networks[${at}].messageIdTemplate`, ...judgeTemplate(messageIdTemplate) }],
  );
  const wrong = verdicts.flatMap((it) =>
    it.verdict === "wrong" ? [{ path: it.path, message: it.why }] : [],
  );
  if (wrong.length > 0 && unsafeTemplates !== true) throw requestError("testsms", "tests.create", wrong);
  return {
    request: checked.data,
    body: JSON.stringify({ ...(callbackUrl === undefined ? {} : { callbackUrl }), networks }),
    doubts: verdicts.flatMap((it) => (it.verdict === "good" ? [] : [`${it.path}: ${it.why}`])),
  };
}
