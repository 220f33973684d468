import { type Person, type Provider, readClaims } from "../provider/provider";

/** What is filled in for a claim, by the attribute of the pool that it fills. */
const suggestions: Readonly<Record<string, string>> = {
  address: "12 St James's Square, London",
  birthdate: "1815-12-10",
  email_verified: "true",
  family_name: "Lovelace",
  gender: "female",
  given_name: "Ada",
  locale: "en-GB",
  middle_name: "King",
  name: "Ada Lovelace",
  nickname: "Ada",
  phone_number: "+442079460000",
  phone_number_verified: "true",
  picture: "https://www.example.com/ada.png",
  preferred_username: "ada",
  profile: "https://www.example.com/ada",
  updated_at: "1700000000",
  website: "https://www.example.com",
  zoneinfo: "Europe/London",
};

/** A plausible person of a provider, with every claim that the pool reads. */
export function suggestPerson(provider: Provider): Person {
  const domain = provider.identifiers.find((identifier) => identifier.includes(".")) ?? "example.com";
  const claims = [...readClaims(provider)].map(([claim, attribute]) => {
    if (attribute === "email") return [claim, `ada@${domain}`];
    return [claim, suggestions[attribute] ?? ownAttribute(attribute, domain)];
  });
  return { subject: "ada", claims: Object.fromEntries(claims) };
}

/** The pool's own attributes are anybody's guess. */
function ownAttribute(attribute: string, domain: string): string {
  if (/group|role/i.test(attribute)) return "[staff, managers]";
  if (/tenant|organi[sz]ation|company/i.test(attribute)) return domain.split(".")[0]!;
  return "example";
}
