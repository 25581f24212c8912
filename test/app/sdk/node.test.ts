import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Buffer as Own } from '#sdk/node/buffer.ts';
import { exec } from '#sdk/node/child-process.ts';
import { mount } from '#sdk/node/files.ts';
import { readFile } from '#sdk/node/fs-promises.ts';
import { sha256 } from '#sdk/node/sha256.ts';

describe('what stands for Node', () => {
  it('hashes as Node does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(Own.from(sha256(bytes)).toString('hex')).toBe(createHash('sha256').update(bytes).digest('hex'));
      }),
    );
  });

  it('writes and reads bytes as Node does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('base64', 'base64url', 'hex'), (text, encoding) => {
        const written = Own.from(text).toString(encoding);
        expect(written).toBe(Buffer.from(text).toString(encoding as BufferEncoding));
        expect(Own.from(written, encoding).toString()).toBe(text);
        expect(Own.byteLength(text)).toBe(Buffer.byteLength(text));
      }),
    );
  });

  it('has the files that a platform mounts, and no others', async () => {
    mount({ '/var/run/token': 'eyJ' });
    expect(await readFile('/var/run/token')).toBe('eyJ');
    await expect(readFile('/etc/passwd')).rejects.toMatchObject({ code: 'ENOENT' });
    mount({});
    await expect(readFile('/var/run/token')).rejects.toThrow('ENOENT');
  });

  it('starts no program: the shell does not find it', async () => {
    const told = await new Promise<string>((resolve) => {
      exec('az account get-access-token', {}, (_error: unknown, _out: string, stderr: string) => resolve(stderr));
    });
    expect(told).toBe('/bin/sh: 1: az: not found');
  });
});
