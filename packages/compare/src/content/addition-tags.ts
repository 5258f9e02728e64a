import type { Tag } from "../result/comparison-result.ts";

const OPT_OUT =
  /\bstop\b|\bopt[- ]?out\b|\bunsub(?:scribe)?\b|\bend\b.{0,12}\bto\b|d[ée]sabonn|se d[ée]sinscrire|\bbaja\b|\bcancelar?\b|\bsair\b|\babmelden\b|\bafmelden\b|\bwypisz\b|\bstopp\b|\brezygn|отпис|відпис|退订|退訂|回T|拒收|수신거부|配信停止|إلغاء|الغاء|لغو|iptal|\bret\b|ยกเลิก|hủy|tu choi|berhenti|हटाने/iu;
const ADVERT =
  /https?:\/\/|www\.|\b(?:via|powered by|sent (?:free|with|by|via)|get it|download|visit|free (?:sms|trial)|promo(?:tion)?|advert|ad)\b|реклам|광고|广告|廣告|reklam|publi(?:cité|cidad|cidade)|werbung|เว็บ|إعلان/iu;
const ORIGIN =
  /^\s*[[(【<]\s*(?:web ?발신|국제 ?발신|국외 ?발신|광고|ad|adv|qc|tb|intl?|international|sms|external|ext)\s*[\])】>]|^hw$/iu;
const SIGNATURE = /^\s*【[^】]{1,20}】\s*$|^\s*\[[^\]]{2,20}\]\s*$/u;
/** With blanks and brackets. */
const LONGEST_RANDOM = 30;
const RANDOM = /^\s*[[(#-]?\s*(?=[A-Za-z0-9]*\d)(?=[A-Za-z0-9]*[A-Za-z])[A-Za-z0-9]{3,10}\s*[\])]?$/;

/** What kind of addition a text is. */
export function tagsOfAddition(added: string, sender: string): readonly Tag[] {
  const tags: Tag[] = [];
  if (OPT_OUT.test(added)) tags.push("OPT_OUT");
  if (ADVERT.test(added)) tags.push("ADVERT");
  if (ORIGIN.test(added)) tags.push("ORIGIN_TAG");
  else if (SIGNATURE.test(added)) tags.push("SIGNATURE");
  if (sender.trim().length >= 3 && added.toLowerCase().includes(sender.trim().toLowerCase()))
    tags.push("SENDER_IN_BODY");
  if (tags.length === 0 && added.length <= LONGEST_RANDOM && RANDOM.test(added)) tags.push("RANDOM_TAIL");
  return tags;
}
