import { describe, expect, it } from 'vitest';
import { owner } from '#domain/cloud/command.ts';
import type { Caller } from '#domain/cloud/command.ts';
import { callerNamed } from '#domain/cloud/personas.ts';
import { credentialNames } from '#domain/credential/credentials.ts';
import { resourceNamed } from '#domain/script/names.ts';
import { as, host, identity, idsOf, run, shopGroup, vaultAudience } from '#test/support/engine.ts';
import type { MadeDeed } from '#test/support/engine.ts';
import { askBare, askChain, askedBy, linkOf, playRun, ran, verdictsOf } from './ask-credential.ts';

const shop = run(
  'chain',
  shopGroup,
  identity(),
  host('vm-web', { user: ['id-shop-reader'] }),
  host('vm-bare', { system: false }),
  host('app-shop', { kind: 'webApp', user: ['id-shop-reader'] }),
  host('app-bare', { kind: 'webApp', system: false }),
);
const aka = 'https://aka.ms/azsdk/js/identity';

describe('the chain', () => {
  it('[CHAIN-01] has its members in order', () => {
    expect(ran(askChain(shop, 'laptop')).links.map(({ credential }) => credential)).toEqual(credentialNames);
    expect(credentialNames).toHaveLength(7);
  });

  it('[CHAIN-02] stops at the first token: the identity of a machine', () => {
    const asked = askChain(shop, 'vm-web');
    expect(verdictsOf(asked)).toEqual([
      'Environment: unavailable',
      'WorkloadIdentity: unavailable',
      'ManagedIdentity: token',
      'VisualStudioCode: notReached',
      'AzureCli: notReached',
      'AzurePowerShell: notReached',
      'AzureDeveloperCli: notReached',
    ]);
    expect(ran(asked).error).toBe(null);
    expect(linkOf(asked, 'AzureCliCredential')).toMatchObject({ message: null, attempts: [] });
  });

  it('[CHAIN-02] goes on from a machine without an identity to the tools of a developer', () => {
    expect(verdictsOf(askChain(shop, 'vm-bare')).slice(2)).toEqual([
      'ManagedIdentity: unavailable',
      'VisualStudioCode: unavailable',
      'AzureCli: unavailable',
      'AzurePowerShell: unavailable',
      'AzureDeveloperCli: unavailable',
    ]);
  });

  it('[CHAIN-02] ends with an error of the environment, though an identity is there', () => {
    const environment = {
      AZURE_TENANT_ID: shop.state.tenantId,
      AZURE_CLIENT_ID: idsOf(shop, 'id-shop-reader').clientId,
      AZURE_CLIENT_SECRET: 'pears-and-plums',
    };
    const asked = askChain(shop, 'vm-web', { environment });
    expect(verdictsOf(asked).slice(0, 3)).toEqual([
      'Environment: failed',
      'WorkloadIdentity: notReached',
      'ManagedIdentity: notReached',
    ]);
    const { message, attempts } = linkOf(asked, 'EnvironmentCredential');
    expect(attempts).toHaveLength(1);
    expect(message).toContain(
      `EnvironmentCredential authentication failed. To troubleshoot, visit ${aka}/environmentcredential/troubleshoot. Status code: 400\nMore details:\ninvalid_client: Error(s): 7000`,
    );
    expect(message).toMatch(/ - Trace ID: [0-9a-f-]{36},$/);
    expect(ran(asked).error).toEqual({ name: 'AuthenticationError', message });
  });

  it.each(['AZURE_TENANT_ID', 'AZURE_CLIENT_ID', 'AZURE_CLIENT_SECRET'])(
    '[CHAIN-08] does not use the environment without %s',
    (missing) => {
      const whole = { AZURE_TENANT_ID: 'a', AZURE_CLIENT_ID: 'b', AZURE_CLIENT_SECRET: 'c' };
      const link = linkOf(
        askChain(shop, 'laptop', { environment: { ...whole, [missing]: '' } }),
        'EnvironmentCredential',
      );
      expect(link).toEqual({
        credential: 'EnvironmentCredential',
        verdict: { kind: 'unavailable', error: 'CredentialUnavailableError' },
        message: `EnvironmentCredential is unavailable. No underlying credential could be used. To troubleshoot, visit ${aka}/environmentcredential/troubleshoot.`,
        source: 'sdk',
        attempts: [],
      });
    },
  );

  it('[CHAIN-03] throws all errors, a line each, without the member that was skipped', () => {
    const { error, tokenId } = ran(askChain(shop, 'laptop', { signedIn: null }));
    expect(tokenId).toBe(null);
    expect(error).toEqual({
      name: 'AggregateAuthenticationError',
      message: [
        'ChainedTokenCredential authentication failed.',
        `CredentialUnavailableError: EnvironmentCredential is unavailable. No underlying credential could be used. To troubleshoot, visit ${aka}/environmentcredential/troubleshoot.`,
        'CredentialUnavailableError: ManagedIdentityCredential: Authentication failed. Message Attempted to use the IMDS endpoint, but it is not available.',
        'CredentialUnavailableError: Visual Studio Code Authentication is not available. Ensure you have have Azure Resources Extension installed in VS Code, signed into Azure via VS Code, installed the @azure/identity-vscode package, and properly configured the extension.',
        "CredentialUnavailableError: Please run 'az login' from a command prompt to authenticate before using this credential.",
        `CredentialUnavailableError: Error: Unable to execute PowerShell. Ensure that it is installed in your system. To troubleshoot, visit ${aka}/powershellcredential/troubleshoot.`,
        `CredentialUnavailableError: Azure Developer CLI couldn't be found. To mitigate this issue, see the troubleshooting guidelines at ${aka}/azdevclicredential/troubleshoot.`,
      ].join('\n'),
    });
  });

  it('[CHAIN-03] has another text where every member was skipped', () => {
    const environment = { AZURE_TOKEN_CREDENTIALS: 'WorkloadIdentityCredential' };
    expect(ran(askChain(shop, 'vm-web', { environment })).error).toEqual({
      name: 'CredentialUnavailableError',
      message: 'Failed to retrieve a valid token',
    });
  });

  it('[CHAIN-20] changes nothing, and its requests give the token that it promised', () => {
    const before = structuredClone(shop.state);
    const asked = askChain(shop, 'vm-web');
    expect(shop.state).toEqual(before);
    const played = playRun(shop, asked);
    expect(played.claims.uti).toBe(ran(asked).tokenId);
    expect(played.claims.oid).toBe(idsOf(played, 'vm-web').principalId);
    expect(played.world.timeline.entries.length - shop.world.timeline.entries.length).toBe(2);
  });
});

describe('what is chosen by AZURE_TOKEN_CREDENTIALS', () => {
  const names = (value: string, from = 'laptop') =>
    ran(askChain(shop, from, { environment: { AZURE_TOKEN_CREDENTIALS: value } })).links.map(
      ({ credential }) => credential,
    );

  it.each([
    ['prod', credentialNames.slice(0, 3)],
    ['dev', credentialNames.slice(3)],
    [' PROD ', credentialNames.slice(0, 3)],
    ['', credentialNames],
    ['   ', credentialNames],
    ...credentialNames.map((name) => [name, [name]] as const),
    ['azureclicredential', ['AzureCliCredential']],
  ] as const)('[CHAIN-04] "%s" leaves its members', (value, left) => {
    expect(names(value)).toEqual(left);
  });

  it.each(['production', 'AzureCli', 'BrokerCredential', 'InteractiveBrowserCredential', 'prod,dev'])(
    '[CHAIN-05] refuses "%s"',
    (value) => {
      expect(askChain(shop, 'vm-web', { environment: { AZURE_TOKEN_CREDENTIALS: value } })).toEqual({
        kind: 'invalid',
        message: `Invalid value for AZURE_TOKEN_CREDENTIALS = ${value}. Valid values are 'prod' or 'dev' or any of these credentials - EnvironmentCredential, WorkloadIdentityCredential, ManagedIdentityCredential, VisualStudioCodeCredential, AzureCliCredential, AzurePowerShellCredential, AzureDeveloperCliCredential.`,
        source: 'sdk',
      });
    },
  );

  it.each([
    [['AZURE_CLIENT_ID'], "variable 'AZURE_CLIENT_ID' for DefaultAzureCredential is not set or empty."],
    [['A', 'B'], "variables 'A, B' for DefaultAzureCredential are not set or empty."],
  ])('[CHAIN-05] needs %s', (requiredEnvVars, words) => {
    const asked = askChain(shop, 'vm-web', { options: { requiredEnvVars } });
    expect(asked).toMatchObject({ kind: 'invalid', message: `Required environment ${words}` });
    const environment = Object.fromEntries(requiredEnvVars.map((name) => [name, 'x']));
    expect(askChain(shop, 'vm-web', { options: { requiredEnvVars }, environment }).kind).toBe('ran');
  });
});

describe('the tools of a developer', () => {
  it('[CHAIN-18] give the token of whoever is signed in', () => {
    const asked = askChain(shop, 'laptop');
    expect(verdictsOf(asked).slice(2)).toEqual([
      'ManagedIdentity: unavailable',
      'VisualStudioCode: unavailable',
      'AzureCli: token',
      'AzurePowerShell: notReached',
      'AzureDeveloperCli: notReached',
    ]);
    const played = playRun(shop, asked);
    expect(played.claims).toMatchObject({ idtyp: 'user', uti: ran(asked).tokenId });
  });

  it('[CHAIN-18] give the token of another who is signed in, not the one of the learner', () => {
    const two = shop.goOn({ type: 'CreateUser', name: 'Alice' });
    const signedIn = callerNamed(two.state, 'Alice');
    const tokenOf = (by: Caller) => ran(askChain(two, 'laptop', { signedIn: by })).tokenId;
    expect(tokenOf(signedIn)).not.toBe(null);
    expect(tokenOf(signedIn)).not.toBe(tokenOf(owner));
    const played = two.goOn(as('Alice', { type: 'RequestUserToken', resource: vaultAudience }));
    expect(played.claims.uti).toBe(tokenOf(signedIn));
    expect(played.claims.oid).toBe(signedIn.principalId);
  });

  it('[CHAIN-18] are told nothing that is known where Entra ID refuses', () => {
    const asked = askChain(shop, 'laptop', { resource: 'https://unknown.example' });
    expect(linkOf(asked, 'AzureCliCredential')).toMatchObject({
      verdict: { kind: 'unavailable' },
      message: null,
      source: 'unconfirmed',
    });
    expect(ran(asked).error).toEqual({ name: 'AggregateAuthenticationError', message: null });
  });

  it.each(['vm-bare', 'app-bare'])('[CHAIN-18] are not installed on %s', (from) => {
    expect(linkOf(askChain(shop, from), 'AzureCliCredential')).toMatchObject({
      verdict: { kind: 'unavailable' },
      message:
        "Azure CLI could not be found. Please visit https://aka.ms/azure-cli for installation instructions and then, once installed, authenticate to your Azure account using 'az login'.",
      attempts: [],
    });
  });
});

describe('the environment of an app', () => {
  const set = (settings: Record<string, string>, name = 'app-shop'): MadeDeed => {
    const entries = Object.entries(settings).map(([key, value]) => [key, { value, sticky: false }]);
    return ({ state }) => ({
      type: 'SetAppSettings',
      id: resourceNamed(state, name).id,
      settings: Object.fromEntries(entries) as never,
    });
  };

  it('[CHAIN-06] leads to IDENTITY_ENDPOINT, without a probe', () => {
    const link = linkOf(askChain(shop, 'app-shop'), 'ManagedIdentityCredential');
    expect(link.verdict.kind).toBe('token');
    expect(askedBy(link)).toEqual([
      'http://172.16.0.2:8081/msi/token?api-version=2019-08-01&resource=https%3A%2F%2Fvault.azure.net',
    ]);
  });

  it('[CHAIN-06] leads an app without an identity to IMDS, which is not there', () => {
    const link = linkOf(askChain(shop, 'app-bare'), 'ManagedIdentityCredential');
    expect(askedBy(link)).toEqual(['http://169.254.169.254/metadata/identity/oauth2/token']);
    expect(link.message).toContain('Attempted to use the IMDS endpoint, but it is not available.');
  });

  it('[CHAIN-06] [CHAIN-11] names another identity by a setting', () => {
    const { clientId } = idsOf(shop, 'id-shop-reader');
    const named = shop.goOn(set({ AZURE_CLIENT_ID: clientId }));
    const asked = askChain(named, 'app-shop');
    expect(playRun(named, asked).claims.appid).toBe(clientId);
    expect(playRun(shop, askChain(shop, 'app-shop')).claims.oid).toBe(idsOf(shop, 'app-shop').principalId);
  });

  it('[CHAIN-06] is overruled by what the process sets itself', () => {
    const chosen = shop.goOn(set({ AZURE_TOKEN_CREDENTIALS: 'dev' }));
    expect(verdictsOf(askChain(chosen, 'app-shop'))).toHaveLength(4);
    const environment = { AZURE_TOKEN_CREDENTIALS: 'prod' };
    expect(verdictsOf(askChain(chosen, 'app-shop', { environment }))).toHaveLength(3);
  });

  it('[CHAIN-06] may misspell the proof, and the answer is empty', () => {
    const wrong = shop.goOn(set({ IDENTITY_HEADER: 'wrong' }));
    expect(linkOf(askBare(wrong, 'app-shop'), 'ManagedIdentityCredential').message).toBe(
      "ManagedIdentityCredential: Authentication failed. Message Cannot read properties of undefined (reading 'expires_on')",
    );
  });
});

describe('where no code runs', () => {
  it.each([
    ['chain', askChain],
    ['bare credential', askBare],
  ] as const)('[CHAIN-19] nobody asks: the %s', (_, ask) => {
    const stopped = shop.goOn(({ state }) => ({
      type: 'SetPower',
      id: resourceNamed(state, 'vm-web').id,
      action: 'deallocate',
    }));
    expect(ask(stopped, 'vm-web')).toEqual({ kind: 'notRunning', reason: 'notRunning' });
    const from = { kind: 'host', resourceId: resourceNamed(shop.state, 'vm-web').id } as const;
    const gone = shop.goOn({ do: 'delete', name: 'vm-web' });
    expect(ask(gone, 'laptop', { from })).toEqual({ kind: 'notRunning', reason: 'originGone' });
  });
});
