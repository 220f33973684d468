import { type Creation, simulator } from "../../simulator";
import { hex, regional, tagged, text } from "../shapes";

/** `listener/<as the load balancer's>/<16 hexadecimal digits>`. */
const listenerArn = (creation: Creation): string =>
  `${text(creation.inputs.loadBalancerArn).replace(":loadbalancer/", ":listener/")}/${hex(creation, 16)}`;

/**
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-listeners.html
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/lb/listener/
 */
export const listener = simulator("aws:lb/listener:Listener", {
  id: listenerArn,
  computed: { ...regional, ...tagged, arn: listenerArn, protocol: () => "", sslPolicy: () => "" },
});
