import { describe, expect, it } from 'vitest';
import { connectTarget, proxied } from '../../../src/companion/tls/request-target.ts';

describe('the target of a request to a proxy', () => {
  const imds = 'http://169.254.169.254/metadata/identity/oauth2/token';

  it.each([
    [`${imds}?resource=x`, '169.254.169.254', `${imds}?resource=x`],
    ['HTTP://169.254.169.254:80/Metadata//a/../b', '169.254.169.254', 'http://169.254.169.254/Metadata//a/../b'],
    ['http://KV1.vault.azure.net', 'kv1.vault.azure.net', 'http://kv1.vault.azure.net/'],
    ['http://kv1.vault.azure.net?a=http://b/', 'kv1.vault.azure.net', 'http://kv1.vault.azure.net/?a=http://b/'],
    ['https://kv1.vault.azure.net:443/x', 'kv1.vault.azure.net', 'https://kv1.vault.azure.net/x'],
    ['http://127.0.0.1:4100/x', '127.0.0.1:4100', 'http://127.0.0.1:4100/x'],
    ['http://[::1]:80/x', '[::1]', 'http://[::1]/x'],
    ['https://kv1.vault.azure.net:80/x', 'kv1.vault.azure.net:80', 'https://kv1.vault.azure.net:80/x'],
  ])('%s is for %s', (target, host, url) => {
    expect(proxied(target)).toEqual({ host, url });
  });

  it.each([
    'http://',
    'http:///x',
    'http://user@169.254.169.254/',
    'http://169.254.169.254@evil.example/',
    'http://a b/',
    'http://a\\b/',
    'http://169.254.169.254:123456/',
    'ftp://169.254.169.254/',
  ])('%s is for no host that could be played', (target) => {
    expect(proxied(target)).toEqual({ host: '', url: target });
  });

  it.each(['/metadata/x', '//evil.example/x', '/?a=http://b/', '*', 'kv1.vault.azure.net:443', '', undefined])(
    '%s is not in absolute form',
    (target) => {
      expect(proxied(target)).toBeNull();
    },
  );
});

describe('the target of CONNECT', () => {
  it.each([
    ['KV1.vault.azure.net:443', { host: 'kv1.vault.azure.net', port: 443 }],
    ['169.254.169.254:80', { host: '169.254.169.254', port: 80 }],
    ['[::1]:443', { host: '[::1]', port: 443 }],
    ['example.com:65535', { host: 'example.com', port: 65_535 }],
  ])('%s', (target, read) => {
    expect(connectTarget(target)).toEqual(read);
  });

  it.each([
    'kv1.vault.azure.net',
    'kv1.vault.azure.net:',
    'kv1.vault.azure.net:0',
    'kv1.vault.azure.net:65536',
    'kv1.vault.azure.net:443/x',
    'https://kv1.vault.azure.net:443',
    'user@kv1.vault.azure.net:443',
    ':443',
    'a b:443',
    '::1:443',
    `${'a'.repeat(254)}:443`,
    '/',
    '',
    undefined,
  ])('%s is none', (target) => {
    expect(connectTarget(target)).toBeNull();
  });
});
