import {
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from "libphonenumber-js/max";
import examples from "libphonenumber-js/mobile/examples";
import { describe, expect, it } from "vitest";
import { CALLING_CODES, LONGEST_PREFIX } from "./calling-codes.ts";
import { countryName, countryOfNumber, flagOf } from "./country-of-number.ts";

describe("countryOfNumber", () => {
  it.each([
    ["+27381000015", "ZA"],
    ["+33846416013", "FR"],
    ["+32495002530", "BE"],
    ["+14165550123", "CA"],
    ["+12125550123", "US"],
    ["+18095550123", "DO"],
    ["+77012345678", "KZ"],
    ["+79161234567", "RU"],
    ["+38344123456", "XK"],
    ["+870773111632", "001"],
    ["+2101234567", null],
    ["27381000015", null],
    ["+27", null],
    ["CloudSMS", null],
    ["+", null],
    ["", null],
  ])("%s is of %s", (number, country) => {
    expect(countryOfNumber(number)).toBe(country);
  });

  it("knows every calling code that libphonenumber knows", () => {
    const wrong = getCountries().filter((country) => {
      const code = getCountryCallingCode(country);
      const countries = [...CALLING_CODES].flatMap(([prefix, mapped]) =>
        prefix.startsWith(code) ? mapped : [],
      );
      return !countries.some(
        (mapped) => isSupportedCountry(mapped) && getCountryCallingCode(mapped) === code,
      );
    });
    expect(wrong).toEqual([]);
  });

  it("gives libphonenumber's country for its example of each country's mobile numbers", () => {
    const differing = getCountries().flatMap((country) => {
      const number = `+${getCountryCallingCode(country)}${examples[country] ?? ""}`;
      const theirs = parsePhoneNumberFromString(number)?.country;
      const ours = countryOfNumber(number);
      return theirs === undefined || theirs === ours ? [] : [`${theirs}:${ours}`];
    });
    // Mobiles of the Channel Islands have blocks within the British ranges.
    expect(differing.toSorted()).toEqual(["GG:GB", "JE:GB"]);
  });

  it("holds codes of digits, none longer than it looks for", () => {
    for (const [prefix, country] of CALLING_CODES) {
      expect(prefix).toMatch(/^[1-9]\d*$/);
      expect(prefix.length).toBeLessThanOrEqual(LONGEST_PREFIX);
      expect(country).toMatch(/^(?:[A-Z]{2}|001)$/);
    }
  });
});

it("names countries and draws their flags", () => {
  expect(countryName("FR")).toBe("France");
  expect(countryName("001")).toBe("international network");
  expect(flagOf("FR")).toBe("🇫🇷");
  expect(flagOf("001")).toBe("");
});
