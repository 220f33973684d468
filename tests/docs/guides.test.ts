import assert from "node:assert/strict";
import { faultsOf } from "./check-page";
import { readPage, readPages } from "./pages";

const pages = readPages();

describe("the README and the guides", () => {
  for (const page of pages) it(`${page.file} names only what is there`, () => assert.deepEqual(faultsOf(page), []));

  it("are all reached from the list of guides", () => {
    const { links } = pages.find(({ file }) => file === "docs/guides/README.md")!;
    const guides = pages
      .map(({ file }) => file)
      .filter((file) => file.startsWith("docs/guides/") && !file.endsWith("README.md"));
    assert.ok(guides.length >= 15);
    assert.deepEqual(
      guides.filter((file) => !links.includes(file.slice("docs/guides/".length))),
      [],
    );
  });

  for (const { file, blocks } of pages)
    it(`${file} shows code of kinds that can be checked`, () => {
      const known = ["sh", "ts", "yaml", "json", "mermaid", "text"];
      assert.deepEqual(
        blocks.map(({ language }) => language).filter((language) => !known.includes(language)),
        [],
      );
    });
});

describe("a guide", () => {
  const sh = (script: string) => `\`\`\`sh\n${script}\n\`\`\`\n`;
  const yaml = (text: string) => `\`\`\`yaml\n${text}\n\`\`\`\n`;

  for (const { why, text, faults } of [
    { why: "may link to its neighbours and their headings", text: "[x](add-a-scope.md#add-a-scope)", faults: [] },
    {
      why: "may not link to a page that is gone",
      text: "[x](add-a-scoop.md)",
      faults: [/add-a-scoop.md leads nowhere/],
    },
    { why: "may not link to a heading that is gone", text: "[x](add-a-scope.md#x)", faults: [/leads to no heading/] },
    { why: "may name files and patterns of files", text: "`infra/index.ts` `policy/controls/<name>.ts`", faults: [] },
    { why: "may not name a file that is gone", text: "`infra/indexes.ts`", faults: [/infra\/indexes.ts is not there/] },
    { why: "may not name a folder that is gone", text: "`infra/catalog/`", faults: [/infra\/catalog\/ is not there/] },
    {
      why: "may not hand a file that is gone to a tool",
      text: sh("npm run up -- --policy-pack-config policy/config.qa.json"),
      faults: [/config.qa.json is not there/],
    },
    {
      why: "may name a file that it writes",
      text: `${sh("aws sts get-caller-identity > me.json")}\`me.json\``,
      faults: [],
    },
    {
      why: "may name settings",
      text: "`edge.rest.name` `authorizers.<name>.cacheTtlSeconds` `api.ownsLoggingRole: true`",
      faults: [],
    },
    { why: "may not name a setting that is gone", text: "`edge.rest.nam`", faults: [/edge.rest.nam is no setting/] },
    { why: "may not misspell a setting's first word", text: "`edges.rest`", faults: [/edges.rest is no setting/] },
    {
      why: "may set a secret",
      text: sh("pulumi config set --stack prod --secret --path 'identityProviderSecrets.Partner'"),
      faults: [],
    },
    {
      why: "may not set what is no setting",
      text: sh("pulumi config set --path 'identityProviderSecret.Partner'"),
      faults: [/identityProviderSecret.Partner is no setting/],
    },
    { why: "may not run a script that is gone", text: "`npm run chek`", faults: [/no script chek/] },
    {
      why: "may not use a verb that is gone",
      text: "`npm run local -- previw`",
      faults: [/previw is not a verb; did you mean preview/],
    },
    { why: "may not use a flag that is gone", text: sh("npm run check -- --jsn"), faults: [/no flag --jsn/] },
    {
      why: "may not use a flag of another verb",
      text: sh("npm run local -- export --port 1"),
      faults: [/export has no flag --port/],
    },
    {
      why: "finds verbs behind pipes, substitutions and quotes",
      text: sh('X=$(npm run --silent local -- exprt | jq "$(npm run chekk)")'),
      faults: [/exprt is not a verb/, /no script chekk/],
    },
    {
      why: "may not name a stack that is gone",
      text: sh("npm run local -- preview --stack qa"),
      faults: [/no stack qa/],
    },
    {
      why: "may not read an output that is gone",
      text: sh('curl "$(pulumi stack output restUrl)"'),
      faults: [/restUrl is no output/],
    },
    {
      why: "may not ask Cognito for what it does not do",
      text: sh("aws cognito-idp rotate-signing-keys"),
      faults: [/no rotate-signing-keys/],
    },
    {
      why: "may not hand Cognito what it does not take",
      text: sh("aws cognito-idp get-csv-header --pool-id x"),
      faults: [/get-csv-header has no --pool-id/],
    },
    {
      why: "may not name a type of resource that is gone",
      text: "`aws:cognito/pool:Pool`",
      faults: [/has no cognito\/pool/],
    },
    { why: "may show settings that fit", text: yaml("gatehouse:domain: { kind: prefix, prefix: shop }"), faults: [] },
    {
      why: "may not show settings that do not fit",
      text: yaml("config:\n  gatehouse:domain: { kind: prefix, name: shop }"),
      faults: [/domain.name is not a setting/],
    },
    {
      why: "may not show settings that are refused together",
      text: yaml("gatehouse:edge: { http: { name: rest.example.com, hostedZoneId: Z1 } }"),
      faults: [/the REST API is there/],
    },
    { why: "may not show broken YAML", text: yaml("a: [1"), faults: [/snippet of yaml cannot be read/] },
    { why: "may not show broken JSON", text: '```json\n{ "a": }\n```\n', faults: [/snippet of json cannot be read/] },
  ])
    it(why, () => {
      const found = faultsOf(readPage("docs/guides/made-up.md", `# Made up\n\n${text}\n`));
      assert.equal(found.length, faults.length, found.join("\n"));
      faults.forEach((pattern, index) => void assert.match(found[index]!, pattern));
    });
});
