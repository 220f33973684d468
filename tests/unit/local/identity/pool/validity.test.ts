import assert from "node:assert/strict";
import { validity } from "../../../../../local/identity/pool/validity";

describe("token validity", () => {
  const presets = { accessToken: 3_600, idToken: 3_600, refreshToken: 2_592_000 };

  for (const { why, client, expected } of [
    { why: "is one hour, one hour and 30 days by default", client: {}, expected: presets },
    {
      why: "0 is the default",
      client: { accessTokenValidity: 0, idTokenValidity: 0, refreshTokenValidity: 0 },
      expected: presets,
    },
    {
      why: "counts in hours, hours and days without units",
      client: { accessTokenValidity: 2, idTokenValidity: 3, refreshTokenValidity: 4 },
      expected: { accessToken: 7_200, idToken: 10_800, refreshToken: 345_600 },
    },
    {
      why: "counts in the units that the client gives",
      client: {
        accessTokenValidity: 5,
        idTokenValidity: 300,
        refreshTokenValidity: 12,
        tokenValidityUnits: { accessToken: "minutes", idToken: "seconds", refreshToken: "hours" },
      },
      expected: { accessToken: 300, idToken: 300, refreshToken: 43_200 },
    },
  ]) {
    it(why, () => assert.deepEqual(validity(client), expected));
  }
});
