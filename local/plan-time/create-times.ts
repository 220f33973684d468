import type { PropertyMap } from "../engine/model";

/** How long AWS takes to make one resource, as somebody saw it or as AWS says. */
export interface CreateTime {
  /** Of the slow case where there are two. */
  readonly seconds: number;
  /** A page that says or shows it; `estimate` where none was found: one call, or a call and a wait, of that API. */
  readonly origin: "estimate" | `https://${string}`;
}

/** A type that takes far longer with one input than without it. */
interface Slower {
  readonly with: (inputs: PropertyMap) => boolean;
  readonly time: CreateTime;
}

const estimate = (seconds: number): CreateTime => ({ seconds, origin: "estimate" });
const seen = (seconds: number, origin: `https://${string}`): CreateTime => ({ seconds, origin });

/** CloudFormation's times of day in a log, of a pool, its clients and a REST API. */
const amplifyLog = "https://github.com/aws-amplify/amplify-cli/issues/10891";
/** Terraform's times of a VPC and its load balancer. */
const loadBalancerLog = "https://github.com/fpco/terraform-aws-foundation/pull/220";
/** Terraform's times of security groups. */
const securityGroupLog = "https://github.com/hashicorp-education/learn-terraform-variables/pull/6";

/** What any other type is taken to need. */
export const unlisted: CreateTime = estimate(2);

/**
 * Typical times by type. They are neither promised nor measured here: a region, an account or a day differs.
 * What waits for something, such as a name that must be known everywhere, stands out from what is one call.
 */
const table: Readonly<Record<string, CreateTime>> = {
  "aws:acm/certificate:Certificate": estimate(10),
  "aws:acm/certificateValidation:CertificateValidation": estimate(120),
  "aws:apigateway/deployment:Deployment": estimate(2),
  "aws:apigateway/domainName:DomainName": estimate(20),
  "aws:apigateway/restApi:RestApi": seen(1, amplifyLog),
  "aws:apigateway/stage:Stage": estimate(3),
  "aws:apigateway/vpcLink:VpcLink": seen(
    180,
    "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateVpcLink.html",
  ),
  "aws:apigatewayv2/api:Api": estimate(2),
  "aws:apigatewayv2/domainName:DomainName": estimate(20),
  "aws:apigatewayv2/vpcLink:VpcLink": seen(120, "https://alchemy.run/providers/aws/apigatewayv2/vpclink"),
  "aws:cognito/userPool:UserPool": seen(3, amplifyLog),
  "aws:cognito/userPoolClient:UserPoolClient": seen(2, amplifyLog),
  "aws:cognito/userPoolDomain:UserPoolDomain": estimate(5),
  "aws:dynamodb/table:Table": estimate(10),
  "aws:ec2/securityGroup:SecurityGroup": estimate(4),
  "aws:iam/role:Role": estimate(2),
  "aws:kms/key:Key": estimate(10),
  "aws:lambda/function:Function": estimate(10),
  "aws:lb/listener:Listener": seen(2, loadBalancerLog),
  "aws:lb/loadBalancer:LoadBalancer": seen(246, loadBalancerLog),
  "aws:route53/record:Record": seen(40, "https://github.com/hashicorp/terraform-provider-aws/issues/10405"),
  "aws:sqs/queue:Queue": estimate(30),
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": seen(3, securityGroupLog),
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": seen(3, securityGroupLog),
  "aws:wafv2/webAcl:WebAcl": estimate(5),
  "aws:wafv2/webAclAssociation:WebAclAssociation": estimate(20),
  "awsx:cloudtrail:Trail": estimate(10),
  "awsx:ec2:Vpc": estimate(30),
};

const slower: Readonly<Record<string, Slower>> = {
  "aws:cognito/userPoolDomain:UserPoolDomain": {
    // A domain of one's own is on CloudFront.
    with: ({ certificateArn }) => certificateArn !== undefined,
    time: seen(900, "https://github.com/hashicorp/terraform-provider-aws/issues/5026"),
  },
  "awsx:ec2:Vpc": {
    with: ({ natGateways }) => JSON.stringify(natGateways ?? {}) !== '{"strategy":"None"}',
    time: estimate(150),
  },
};

/** @returns undefined where nothing is known of the type */
export function createTime(type: string, inputs: PropertyMap): CreateTime | undefined {
  const slow = slower[type];
  return slow?.with(inputs) ? slow.time : table[type];
}
