import { SAMPLES } from "../decode/samples.generated.ts";
import { type ComparisonFields, NO_FIELDS } from "./comparison-fields.ts";

/** An example of a comparison, one click away. */
export interface ComparisonSample {
  readonly name: string;
  readonly what: string;
  readonly fields: ComparisonFields;
}

const CODE = "Your KiwiPost code is 482913. It is valid for 10 minutes.";

const LONG =
  "Dear customer, your appointment at City Clinic is confirmed for Tuesday 14 April at 09:30 with Dr Moore. Please bring your insurance card, arrive ten minutes early and wear a mask in the waiting room. If you cannot come, call 020 7946 0018 before Monday noon so that we can give the slot to another patient. Parking is free for two hours in the yard behind the building.";

/** Characters of a part of a concatenated message in GSM 7-bit. */
const PART = 153;

const UMLAUTS = "Grüße aus Köln: Ihre Bestätigung lautet 482913 – gültig für 10 Minuten.";

const TURKISH_PDU = SAMPLES.find(({ name }) => name === "Turkish shift table")?.input ?? "";

function sample(
  name: string,
  what: string,
  sent: Partial<ComparisonFields["sent"]>,
  delivered: Partial<ComparisonFields["delivered"]>,
  more: Partial<ComparisonFields> = {},
): ComparisonSample {
  return {
    name,
    what,
    fields: {
      ...NO_FIELDS,
      sent: { ...NO_FIELDS.sent, ...sent },
      delivered: { ...NO_FIELDS.delivered, ...delivered },
      ...more,
    },
  };
}

/** What networks do, one example each. */
export const COMPARISON_SAMPLES: readonly ComparisonSample[] = [
  sample(
    "Four at once",
    "Another name, letters without their marks, another link, an opt-out",
    {
      sender: "KiwiPost",
      text: "Grüße von KiwiPost! Ihre Sendung https://kiwipost.example/t/7781 kommt heute. Code: 482913.",
      testId: "482913",
    },
    {
      sender: "INFO",
      text: "Grusse von KiwiPost! Ihre Sendung https://bit.ly/3xYz9Qa kommt heute. Code: 482913. Reply STOP to opt out",
    },
    { country: "DE" },
  ),
  sample(
    "Generic sender, opt-out added",
    "The name was exchanged and a text put behind",
    { sender: "KiwiPost", text: CODE, testId: "482913" },
    { sender: "INFO", text: `${CODE} Reply STOP to opt out` },
    { country: "FR" },
  ),
  sample(
    "Mojibake",
    "UTF-8 taken for another character set",
    { sender: "KiwiPost", text: UMLAUTS },
    {
      sender: "KiwiPost",
      text: "GrÃ¼ÃŸe aus KÃ¶ln: Ihre BestÃ¤tigung lautet 482913 â€“ gÃ¼ltig fÃ¼r 10 Minuten.",
    },
    { country: "DE" },
  ),
  sample(
    "Look-alike letters",
    "Letters of another script that look the same",
    { sender: "PayPost", text: "Your PayPost account has a new message. Code 482913" },
    { sender: "PаyPost", text: "Yоur РayРost aсcount has a new mеssage. Code 482913" },
    { country: "GB" },
  ),
  sample(
    "Part lost",
    "The middle one of three parts never came",
    { sender: "CityClinic", text: LONG },
    { sender: "CityClinic", text: LONG.slice(0, PART) + LONG.slice(2 * PART) },
    { country: "GB" },
  ),
  sample(
    "Link rewritten",
    "The link leads through a shortener",
    {
      sender: "KiwiPost",
      text: "Your parcel 7781 is on its way: https://kiwipost.example/track/7781?lang=en",
    },
    { sender: "KIWIPOST", text: "Your parcel 7781 is on its way: https://bit.ly/3xYz9Qa" },
    { country: "ES" },
  ),
  sample(
    "PDU from abroad",
    "The PDU tells of another country and another text than the vendor",
    {
      sender: "Bankam",
      text: "Şifreniz 482913. Doğrulama kodunu kimseyle paylaşmayın, İyi günler.",
      testId: "482913",
    },
    { sender: "Bankam", text: "Sifreniz 482913. Dogrulama kodunu kimseyle paylasmayin, Iyi günler." },
    { country: "DE", pdus: TURKISH_PDU },
  ),
  sample(
    "Same",
    "Nothing was changed",
    { sender: "KiwiPost", text: CODE, testId: "482913" },
    { sender: "KiwiPost", text: CODE },
    { country: "GB" },
  ),
];
