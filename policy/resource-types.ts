// Written out rather than imported: loading @pulumi/aws would cost the pack seconds at every start.

export const restApi = "aws:apigateway/restApi:RestApi";
export const restResource = "aws:apigateway/resource:Resource";
export const restMethod = "aws:apigateway/method:Method";
export const httpApi = "aws:apigatewayv2/api:Api";
export const httpRoute = "aws:apigatewayv2/route:Route";
