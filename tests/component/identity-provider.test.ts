import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { IdentityProvider } from "../../infra/identity/identity-provider";
import type { SamlProvider } from "../../infra/identity/plan-identity-provider";
import { declare } from "./mocks";

const saml: SamlProvider = {
  kind: "saml",
  domains: [],
  attributes: {},
  clients: ["backoffice"],
  signRequests: false,
  encryptedResponses: false,
  signOut: false,
  providerInitiated: false,
};
const build = (provider: SamlProvider) =>
  declare(() => {
    new IdentityProvider("acme", { provider, userPoolId: "pool", secretOf: () => assert.fail("SAML has no secret") });
  });

describe("a SAML provider with its metadata in a file", () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "gatehouse-metadata-"));
  });
  after(() => rmSync(folder, { recursive: true }));

  it("is told what the file holds", async () => {
    const file = path.join(folder, "acme.xml");
    writeFileSync(file, "<EntityDescriptor/>");
    const [made] = await build({ ...saml, metadataFile: path.relative(process.cwd(), file) });
    const { MetadataFile, MetadataURL } = made!.inputs.providerDetails as Record<string, string>;
    assert.deepEqual([MetadataFile, MetadataURL], ["<EntityDescriptor/>", undefined]);
  });

  it("says which file is not there", () =>
    assert.rejects(build({ ...saml, metadataFile: "gone.xml" }), {
      message:
        "identityProviders.acme.metadataFile: gone.xml cannot be read (ENOENT); put the provider's metadata there, or set metadataUrl",
    }));
});
