import { z } from "zod";
import { httpsUrl, text, whole } from "../fields";

/** Where an upstream is in this environment. */
export const upstream = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({
      kind: z.literal("public"),
      /** A route's path is put behind it. */
      url: httpsUrl(),
    }),
    /** Behind the private network's load balancer, where its team registers targets. Needs `network`. */
    z.strictObject({
      kind: z.literal("private"),
      /** TCP port at which the load balancer listens for it, and its targets for the load balancer. */
      port: whole("number", 1, 65_535),
      /** What the load balancer asks its targets for to see that they are well. */
      healthPath: text("a path such as /health", /^\/[!-~]*$/),
    }),
  ],
  "one of public, private",
);
