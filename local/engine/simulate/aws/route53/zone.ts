import { type Creation, simulator } from "../../simulator";
import { arn, hex, tagged, upper } from "../shapes";

function nameServers(creation: Creation): string[] {
  const number = Number.parseInt(hex(creation, 2), 16);
  return ["com", "net", "org", "co.uk"].map((domain, index) => `ns-${number + index * 512}.awsdns-0${index}.${domain}`);
}

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/route53/zone/ */
export const zone = simulator("aws:route53/zone:Zone", {
  autoName: { property: "name" },
  defaults: { comment: "Managed by Pulumi", forceDestroy: false },
  id: (creation) => `Z${upper(creation, 20)}`,
  computed: {
    ...tagged,
    arn: (creation) => arn(creation, "route53", `hostedzone/${creation.id}`, { region: true, account: true }),
    enableAcceleratedRecovery: () => false,
    nameServers,
    primaryNameServer: (creation) => nameServers(creation)[0]!,
    zoneId: ({ id }) => id,
  },
});
