import assert from "node:assert/strict";
import type { PropertyMap } from "../../../../../local/engine/model";
import { simulation } from "../../../../../local/engine/simulate";
import { make } from "./sample";

interface Row {
  readonly type: string;
  readonly id: RegExp;
  /** Absent where the type has no ARN. */
  readonly arn?: RegExp;
  readonly inputs?: PropertyMap;
}

const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
const ec2 = (prefix: string) => new RegExp(`^${prefix}-[0-9a-f]{17}$`);
const whole = (pattern: string) => new RegExp(`^${pattern}$`);
const arn = (service: string, resource: string, place = "eu-west-1:123456789012") =>
  whole(`arn:aws:${service}:${place}:${resource}`);
const rest = (resource: string) => arn("apigateway", resource, "eu-west-1:");
const global = (service: string, resource: string) => arn(service, resource, ":123456789012");
const pool = "eu-west-1_[A-Za-z0-9]{9}";
const webAclArn = "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/front/0b1c2d3e-0000-4000-8000-000000000000";
const bucket = { bucket: "bucket-1" };
const loadBalancerArn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/front/50dc6c495c0c9188";

/** Ids that AWS makes up: another resource has another. */
const made: readonly Row[] = [
  {
    type: "aws:acm/certificate:Certificate",
    id: arn("acm", `certificate/${uuid}`),
    arn: arn("acm", `certificate/${uuid}`),
  },
  { type: "aws:apigateway/apiKey:ApiKey", id: /^[a-z0-9]{10}$/, arn: rest("/apikeys/[a-z0-9]{10}") },
  {
    type: "aws:apigateway/authorizer:Authorizer",
    id: /^[a-z0-9]{6}$/,
    arn: rest("/restapis/a1b2c3d4e5/authorizers/[a-z0-9]{6}"),
  },
  { type: "aws:apigateway/deployment:Deployment", id: /^[a-z0-9]{6}$/ },
  { type: "aws:apigateway/documentationPart:DocumentationPart", id: /^a1b2c3d4e5\/[a-z0-9]{6}$/ },
  { type: "aws:apigateway/model:Model", id: /^[a-z0-9]{6}$/ },
  { type: "aws:apigateway/requestValidator:RequestValidator", id: /^[a-z0-9]{6}$/ },
  { type: "aws:apigateway/resource:Resource", id: /^[a-z0-9]{6}$/ },
  { type: "aws:apigateway/restApi:RestApi", id: /^[a-z0-9]{10}$/, arn: rest("/restapis/[a-z0-9]{10}") },
  { type: "aws:apigateway/usagePlan:UsagePlan", id: /^[a-z0-9]{6}$/, arn: rest("/usageplans/[a-z0-9]{6}") },
  { type: "aws:apigateway/vpcLink:VpcLink", id: /^[a-z0-9]{6}$/, arn: rest("/vpclinks/[a-z0-9]{6}") },
  { type: "aws:apigatewayv2/api:Api", id: /^[a-z0-9]{10}$/, arn: rest("/apis/[a-z0-9]{10}") },
  { type: "aws:apigatewayv2/apiMapping:ApiMapping", id: /^[a-z0-9]{6}$/ },
  { type: "aws:apigatewayv2/authorizer:Authorizer", id: /^[a-z0-9]{6}$/ },
  { type: "aws:apigatewayv2/deployment:Deployment", id: /^[a-z0-9]{6}$/ },
  { type: "aws:apigatewayv2/integration:Integration", id: /^[a-z0-9]{7}$/ },
  { type: "aws:apigatewayv2/integrationResponse:IntegrationResponse", id: /^[a-z0-9]{7}$/ },
  { type: "aws:apigatewayv2/model:Model", id: /^[a-z0-9]{6}$/ },
  { type: "aws:apigatewayv2/route:Route", id: /^[a-z0-9]{7}$/ },
  { type: "aws:apigatewayv2/routeResponse:RouteResponse", id: /^[a-z0-9]{7}$/ },
  { type: "aws:apigatewayv2/vpcLink:VpcLink", id: /^[a-z0-9]{6}$/, arn: rest("/vpclinks/[a-z0-9]{6}") },
  { type: "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter", id: /^cwlsf-\d{10}$/ },
  {
    type: "aws:cognito/identityPool:IdentityPool",
    id: whole(`eu-west-1:${uuid}`),
    arn: arn("cognito-identity", `identitypool/eu-west-1:${uuid}`),
  },
  { type: "aws:cognito/managedLoginBranding:ManagedLoginBranding", id: whole(`${pool},${uuid}`) },
  { type: "aws:cognito/userPool:UserPool", id: whole(pool), arn: arn("cognito-idp", `userpool/${pool}`) },
  { type: "aws:cognito/userPoolClient:UserPoolClient", id: /^[a-z0-9]{26}$/ },
  { type: "aws:ec2/internetGateway:InternetGateway", id: ec2("igw"), arn: arn("ec2", "internet-gateway/igw-.{17}") },
  { type: "aws:ec2/routeTable:RouteTable", id: ec2("rtb"), arn: arn("ec2", "route-table/rtb-.{17}") },
  { type: "aws:ec2/securityGroup:SecurityGroup", id: ec2("sg"), arn: arn("ec2", "security-group/sg-.{17}") },
  { type: "aws:ec2/subnet:Subnet", id: ec2("subnet"), arn: arn("ec2", "subnet/subnet-.{17}") },
  { type: "aws:ec2/vpc:Vpc", id: ec2("vpc"), arn: arn("ec2", "vpc/vpc-.{17}") },
  { type: "aws:ec2/vpcEndpoint:VpcEndpoint", id: ec2("vpce"), arn: arn("ec2", "vpc-endpoint/vpce-.{17}") },
  { type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment", id: /^runner-\d{26}$/ },
  { type: "aws:kms/key:Key", id: whole(uuid), arn: arn("kms", `key/${uuid}`) },
  {
    type: "aws:lambda/eventSourceMapping:EventSourceMapping",
    id: whole(uuid),
    arn: arn("lambda", `event-source-mapping:${uuid}`),
  },
  {
    type: "aws:lb/listener:Listener",
    id: arn("elasticloadbalancing", "listener/net/front/50dc6c495c0c9188/[0-9a-f]{16}"),
    arn: /:listener\/net\//,
    inputs: { loadBalancerArn },
  },
  {
    type: "aws:lb/loadBalancer:LoadBalancer",
    id: arn("elasticloadbalancing", "loadbalancer/app/(one|two)-0a1b2c3/[0-9a-f]{16}"),
    arn: /:loadbalancer\/app\//,
  },
  {
    type: "aws:lb/targetGroup:TargetGroup",
    id: arn("elasticloadbalancing", "targetgroup/(one|two)-0a1b2c3/[0-9a-f]{16}"),
    arn: /:targetgroup\//,
  },
  {
    type: "aws:lb/targetGroupAttachment:TargetGroupAttachment",
    id: /^group-[0-9a-f]{26}$/,
    inputs: { targetGroupArn: "group" },
  },
  { type: "aws:route53/zone:Zone", id: /^Z[A-Z0-9]{20}$/, arn: arn("route53", "hostedzone/Z[A-Z0-9]{20}", ":") },
  {
    type: "aws:secretsmanager/secret:Secret",
    id: arn("secretsmanager", "secret:(one|two)-0a1b2c3-[A-Za-z0-9]{6}"),
    arn: /:secret:/,
  },
  { type: "aws:secretsmanager/secretVersion:SecretVersion", id: whole(`arn:.*\\|${uuid}`), arn: /:secret:db-AbCdEf$/ },
  {
    type: "aws:sns/topicSubscription:TopicSubscription",
    id: arn("sns", `alerts:${uuid}`),
    arn: arn("sns", `alerts:${uuid}`),
  },
  {
    type: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
    id: ec2("sgr"),
    arn: arn("ec2", "security-group-rule/sgr-.{17}"),
  },
  {
    type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    id: ec2("sgr"),
    arn: arn("ec2", "security-group-rule/sgr-.{17}"),
  },
  { type: "aws:wafv2/ipSet:IpSet", id: whole(uuid), arn: arn("wafv2", `regional/ipset/(one|two)-0a1b2c3/${uuid}`) },
  { type: "aws:wafv2/webAcl:WebAcl", id: whole(uuid), arn: arn("wafv2", `regional/webacl/(one|two)-0a1b2c3/${uuid}`) },
];

/** Ids that are the name made up for the resource, or hold it. */
const named: readonly Row[] = [
  {
    type: "aws:apigatewayv2/stage:Stage",
    id: /^(one|two)-0a1b2c3$/,
    arn: rest("/apis/a1b2c3d4e5/stages/(one|two)-0a1b2c3"),
  },
  {
    type: "aws:cloudwatch/logGroup:LogGroup",
    id: /^(one|two)-0a1b2c3$/,
    arn: arn("logs", "log-group:(one|two)-0a1b2c3"),
  },
  { type: "aws:cloudwatch/logMetricFilter:LogMetricFilter", id: /^(one|two)-0a1b2c3$/ },
  {
    type: "aws:cloudwatch/metricAlarm:MetricAlarm",
    id: /^(one|two)-0a1b2c3$/,
    arn: arn("cloudwatch", "alarm:(one|two)-0a1b2c3"),
  },
  {
    type: "aws:cloudtrail/trail:Trail",
    id: arn("cloudtrail", "trail/(one|two)-0a1b2c3"),
    arn: arn("cloudtrail", "trail/(one|two)-0a1b2c3"),
  },
  { type: "aws:cognito/userGroup:UserGroup", id: whole(`${pool}/(one|two)-0a1b2c3`) },
  { type: "aws:dynamodb/table:Table", id: /^(one|two)-0a1b2c3$/, arn: arn("dynamodb", "table/(one|two)-0a1b2c3") },
  {
    type: "aws:iam/instanceProfile:InstanceProfile",
    id: /^(one|two)-0a1b2c3$/,
    arn: global("iam", "instance-profile/(one|two)-0a1b2c3"),
  },
  {
    type: "aws:iam/policy:Policy",
    id: global("iam", "policy/(one|two)-0a1b2c3"),
    arn: global("iam", "policy/(one|two)-0a1b2c3"),
  },
  { type: "aws:iam/role:Role", id: /^(one|two)-0a1b2c3$/, arn: global("iam", "role/(one|two)-0a1b2c3") },
  { type: "aws:iam/rolePolicy:RolePolicy", id: /^runner:(one|two)-0a1b2c3$/ },
  { type: "aws:kms/alias:Alias", id: /^alias\/(one|two)-0a1b2c3$/, arn: arn("kms", "alias/(one|two)-0a1b2c3") },
  {
    type: "aws:lambda/alias:Alias",
    id: arn("lambda", "function:orders:(one|two)-0a1b2c3"),
    arn: arn("lambda", "function:orders:(one|two)-0a1b2c3"),
  },
  { type: "aws:lambda/function:Function", id: /^(one|two)-0a1b2c3$/, arn: arn("lambda", "function:(one|two)-0a1b2c3") },
  { type: "aws:lambda/permission:Permission", id: /^(one|two)-0a1b2c3$/ },
  { type: "aws:s3/bucket:Bucket", id: /^(one|two)-0a1b2c3$/, arn: arn("s3", "(one|two)-0a1b2c3", ":") },
  { type: "aws:sns/topic:Topic", id: arn("sns", "(one|two)-0a1b2c3"), arn: arn("sns", "(one|two)-0a1b2c3") },
  {
    type: "aws:sqs/queue:Queue",
    id: /^https:\/\/sqs\.eu-west-1\.amazonaws\.com\/123456789012\/(one|two)-0a1b2c3$/,
    arn: arn("sqs", "(one|two)-0a1b2c3"),
  },
  { type: "aws:ssm/parameter:Parameter", id: /^(one|two)-0a1b2c3$/, arn: arn("ssm", "parameter/(one|two)-0a1b2c3") },
];

/** Ids that the program's own inputs make up. */
const given: readonly Row[] = [
  { type: "aws:acm/certificateValidation:CertificateValidation", id: /^2026-01-01 00:00:00 \+0000 UTC$/ },
  { type: "aws:apigateway/account:Account", id: /^123456789012$/ },
  { type: "aws:apigateway/basePathMapping:BasePathMapping", id: /^api\.example\.com\/v1$/, inputs: { basePath: "v1" } },
  { type: "aws:apigateway/documentationVersion:DocumentationVersion", id: /^a1b2c3d4e5\/7$/, inputs: { version: "7" } },
  {
    type: "aws:apigateway/domainName:DomainName",
    id: /^api\.example\.com$/,
    arn: rest("/domainnames/api.example.com"),
  },
  { type: "aws:apigateway/integration:Integration", id: /^agi-a1b2c3d4e5-abc123-GET$/ },
  { type: "aws:apigateway/integrationResponse:IntegrationResponse", id: /^agir-a1b2c3d4e5-abc123-GET-200$/ },
  { type: "aws:apigateway/method:Method", id: /^agm-a1b2c3d4e5-abc123-GET$/ },
  { type: "aws:apigateway/methodResponse:MethodResponse", id: /^agmr-a1b2c3d4e5-abc123-GET-200$/ },
  { type: "aws:apigateway/methodSettings:MethodSettings", id: /^a1b2c3d4e5-v1-\*\/\*$/ },
  { type: "aws:apigateway/response:Response", id: /^aggr-a1b2c3d4e5-UNAUTHORIZED$/ },
  { type: "aws:apigateway/restApiPolicy:RestApiPolicy", id: /^a1b2c3d4e5$/ },
  { type: "aws:apigateway/stage:Stage", id: /^ags-a1b2c3d4e5-v1$/, arn: rest("/restapis/a1b2c3d4e5/stages/v1") },
  { type: "aws:apigateway/usagePlanKey:UsagePlanKey", id: /^k1k2k3k4k5$/ },
  {
    type: "aws:apigatewayv2/domainName:DomainName",
    id: /^api\.example\.com$/,
    arn: rest("/domainnames/api.example.com"),
  },
  { type: "aws:cloudwatch/compositeAlarm:CompositeAlarm", id: /^busy$/, arn: arn("cloudwatch", "alarm:busy") },
  { type: "aws:cloudwatch/dashboard:Dashboard", id: /^front-door$/ },
  { type: "aws:cloudwatch/logResourcePolicy:LogResourcePolicy", id: /^delivery$/ },
  { type: "aws:cognito/identityPoolRoleAttachment:IdentityPoolRoleAttachment", id: whole(`eu-west-1:${uuid}`) },
  { type: "aws:cognito/identityProvider:IdentityProvider", id: whole(`${pool}:Okta`) },
  { type: "aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration", id: whole(pool) },
  { type: "aws:cognito/resourceServer:ResourceServer", id: whole(`${pool}\\|orders`) },
  { type: "aws:cognito/riskConfiguration:RiskConfiguration", id: whole(`${pool}:[a-z0-9]{26}`) },
  { type: "aws:cognito/user:User", id: whole(`${pool}/ada`) },
  { type: "aws:cognito/userInGroup:UserInGroup", id: whole(`${pool},admins,ada`) },
  { type: "aws:cognito/userPoolDomain:UserPoolDomain", id: /^shop$/ },
  { type: "aws:cognito/userPoolUICustomization:UserPoolUICustomization", id: whole(`${pool},[a-z0-9]{26}`) },
  {
    type: "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
    id: global("iam", "oidc-provider/token.actions.githubusercontent.com"),
    arn: /:oidc-provider\//,
  },
  { type: "aws:kms/keyPolicy:KeyPolicy", id: /^k1k2k3k4k5$/ },
  {
    type: "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
    id: /^orders:live$/,
    inputs: { qualifier: "live" },
  },
  { type: "aws:lambda/functionUrl:FunctionUrl", id: /^orders$/ },
  {
    type: "aws:lambda/layerVersion:LayerVersion",
    id: arn("lambda", "layer:tools:1"),
    arn: arn("lambda", "layer:tools:1"),
  },
  {
    type: "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig",
    id: /^orders,live$/,
    inputs: { qualifier: "live" },
  },
  { type: "aws:route53/record:Record", id: /^Z0123456789ABCDEFGHIJ_api_A$/, inputs: { name: "api" } },
  {
    type: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    id: /^bucket-1$/,
    inputs: bucket,
  },
  { type: "aws:s3/bucketOwnershipControls:BucketOwnershipControls", id: /^bucket-1$/, inputs: bucket },
  { type: "aws:s3/bucketPolicy:BucketPolicy", id: /^bucket-1$/, inputs: bucket },
  { type: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", id: /^bucket-1$/, inputs: bucket },
  {
    type: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    id: /^bucket-1$/,
    inputs: bucket,
  },
  { type: "aws:s3/bucketVersioning:BucketVersioning", id: /^bucket-1$/, inputs: bucket },
  { type: "aws:secretsmanager/secretPolicy:SecretPolicy", id: /:secret:db-AbCdEf$/ },
  { type: "aws:secretsmanager/secretRotation:SecretRotation", id: /:secret:db-AbCdEf$/ },
  {
    type: "aws:sns/topicPolicy:TopicPolicy",
    id: arn("sns", "alerts"),
    inputs: { arn: "arn:aws:sns:eu-west-1:123456789012:alerts" },
  },
  { type: "aws:sqs/queuePolicy:QueuePolicy", id: /\/jobs$/ },
  { type: "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy", id: /\/jobs$/ },
  { type: "aws:sqs/redrivePolicy:RedrivePolicy", id: /\/jobs$/ },
  {
    type: "aws:wafv2/webAclAssociation:WebAclAssociation",
    id: /^arn:aws:wafv2:.*,arn:aws:apigateway:/,
    inputs: { webAclArn },
  },
  {
    type: "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
    id: /^arn:aws:apigateway:.*\/stages\/v1$/,
  },
];

describe("simulated ids and ARNs", () => {
  const all = [...made, ...named, ...given];
  for (const { type, id, arn: expected, inputs } of all) {
    it(`${type} looks like AWS's, and is the same in every run`, () => {
      const simulator = simulation.simulators.get(type);
      assert.ok(simulator, "it has no simulator");
      const one = make(simulator, { inputs });
      assert.match(one.id, id);
      assert.deepEqual(make(simulator, { inputs }), one);
      if (expected) assert.match(String(one.outputs.arn), expected);
      else assert.ok(inputs?.arn !== undefined || !("arn" in one.outputs), "its ARN has no row");
      const two = make(simulator, { inputs, name: "two" });
      if (given.every((row) => row.type !== type)) assert.notEqual(two.id, one.id);
      else assert.equal(two.id, one.id);
    });
  }

  it("every simulator has a row, but for components, which have no id", () => {
    const withId = [...simulation.simulators.values()].filter(({ id }) => id !== undefined);
    assert.deepEqual(withId.map(({ type }) => type).sort(), all.map(({ type }) => type).sort());
  });
});
