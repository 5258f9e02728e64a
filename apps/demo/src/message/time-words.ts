import type { SmsDeliver } from "@smsproof/pdu";

type ServiceCentreTimeStamp = SmsDeliver["timestamp"];

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A time stamp for people: `29 Mar 1999, 15:16:59` and `UTC+02:00`. */
export interface TimeWords {
  readonly local: string;
  readonly zone: string;
  /** What is to be said beside it: the time in UTC, or that it is impossible. */
  readonly remark: string;
  readonly possible: boolean;
}

/** Words for TP-SCTS. An impossible one is shown digit by digit as it stands. */
export function timeWords({ raw, iso, epochMs, offsetMinutes }: ServiceCentreTimeStamp): TimeWords {
  if (iso === null || epochMs === null) {
    const digits = raw.replace(/(.)(.)/g, "$2$1").match(/../g) ?? [];
    const [year = "??", month = "??", day = "??", hour = "??", minute = "??", second = "??"] = digits;
    return {
      local: `${year}-${month}-${day}, ${hour}:${minute}:${second}`,
      zone: offsetMinutes === null ? "" : zoneWords(offsetMinutes),
      remark: "no possible time",
      possible: false,
    };
  }
  const [, year, month, day, time] = /^(\d+)-(\d\d)-(\d\d)T(\d\d:\d\d:\d\d)/.exec(iso) ?? [];
  return {
    local: `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}, ${time}`,
    zone: zoneWords(offsetMinutes ?? 0),
    remark: `${new Date(epochMs).toISOString().slice(0, 19).replace("T", " ")} UTC`,
    possible: true,
  };
}

function zoneWords(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (value: number): string => String(value).padStart(2, "0");
  return `UTC${minutes < 0 ? "−" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
