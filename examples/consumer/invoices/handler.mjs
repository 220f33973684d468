const invoices = [
  { id: "2026-0001", customer: "warehouse", cents: 129900 },
  { id: "2026-0002", customer: "warehouse", cents: 4500 },
  { id: "2026-0003", customer: "bookshop", cents: 25000 },
];

/**
 * The invoices of the caller's tenant. API Gateway has verified the token and its scope before this runs.
 * @param {import("aws-lambda").APIGatewayProxyEventV2WithJWTAuthorizer} event
 */
export async function handler(event) {
  const { tenant } = event.requestContext.authorizer.jwt.claims;
  const items = invoices.filter(({ customer }) => customer === tenant);
  return { statusCode: 200, headers: { "content-type": "application/json" }, body: JSON.stringify({ items }) };
}
