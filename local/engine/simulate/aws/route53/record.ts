import { simulator } from "../../simulator";
import { text } from "../shapes";

/**
 * The zone's name is added to a relative one where this stack made the zone.
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/route53/record/
 */
export const record = simulator("aws:route53/record:Record", {
  id: ({ inputs: { zoneId, name, type, setIdentifier } }) =>
    [zoneId, name, type, setIdentifier].map(text).filter(Boolean).join("_"),
  computed: {
    allowOverwrite: () => false,
    fqdn: ({ inputs, lookup }) => {
      const name = text(inputs.name).replace(/\.$/, "");
      const zone = text(lookup("aws:route53/zone:Zone", text(inputs.zoneId))?.name);
      return zone === "" || name === zone || name.endsWith(`.${zone}`) ? name : [name, zone].filter(Boolean).join(".");
    },
  },
});
