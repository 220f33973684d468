import { z } from "zod";
import { domainName, text } from "../fields";

const prefix = "1 to 63 lower-case letters, digits and inner hyphens, without aws, amazon or cognito in it";

/**
 * Where the managed login is.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain.html
 */
export const domain = z.discriminatedUnion(
  "kind",
  [
    /** `https://<prefix>.auth.<region>.amazoncognito.com`; unique in its region. */
    z.strictObject({
      kind: z.literal("prefix"),
      prefix: text(prefix, /^(?!.*(?:aws|amazon|cognito))[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/),
    }),
    /**
     * A domain of your own, whose parent resolves: Cognito asks for an A record there before it makes the domain.
     * Certificate (in us-east-1, as CloudFront wants it) and records are made in the hosted zone.
     */
    z.strictObject({
      kind: z.literal("custom"),
      name: domainName("a domain name below another such as login.example.com, in lower case").regex(
        /^[^.]+\.[^.]+\./,
        "a domain name below another such as login.example.com, in lower case",
      ),
      hostedZoneId: text("the id of a Route 53 hosted zone", /^Z[A-Z0-9]{1,31}$/),
    }),
  ],
  "one of prefix, custom",
);
