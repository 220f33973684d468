import assert from "node:assert/strict";
import { planCallback, planTokenError } from "../../../../../local/identity/oauth/plan-error";

describe("an error at /oauth2/token", () => {
  for (const { why, found, grantAllowed, planned } of [
    {
      why: "is 400 for a wrong secret too",
      found: { status: 401, error: "invalid_client" },
      grantAllowed: true,
      planned: { status: 400, error: "invalid_client" },
    },
    {
      why: "is unauthorized_client for a grant that the client may not use",
      found: { status: 400, error: "invalid_request" },
      grantAllowed: false,
      planned: { status: 400, error: "unauthorized_client" },
    },
    {
      why: "is invalid_request for a missing parameter",
      found: { status: 400, error: "invalid_request" },
      grantAllowed: true,
      planned: { status: 400, error: "invalid_request" },
    },
    {
      why: "stays a fault of the server where it is one",
      found: { status: 500, error: "server_error" },
      grantAllowed: true,
      planned: { status: 500, error: "server_error" },
    },
  ]) {
    it(why, () => assert.deepEqual(planTokenError(found, grantAllowed), planned));
  }
});

describe("the way back to the client", () => {
  const code = { type: "code", allowed: true };
  for (const { why, location, response, planned } of [
    {
      why: "tells code and state",
      location: "app://cb?code=c&state=s&iss=i",
      response: code,
      planned: "app://cb?code=c&state=s",
    },
    {
      why: "tells an error by its name alone",
      location: "https://app.test/?error=invalid_scope&error_description=d",
      response: code,
      planned: "https://app.test/?error=invalid_scope",
    },
    {
      why: "tells a client that may not use the response type",
      location: "https://app.test/?error=unsupported_response_type",
      response: { type: "token", allowed: false },
      planned: "https://app.test/?error=unauthorized_client",
    },
    {
      why: "tells a client that asks for a response type that does not exist",
      location: "https://app.test/?error=unsupported_response_type",
      response: { type: "id_token", allowed: false },
      planned: "https://app.test/?error=invalid_request",
    },
  ]) {
    it(why, () => assert.equal(planCallback(location, response), planned));
  }
});
