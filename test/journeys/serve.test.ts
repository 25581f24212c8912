import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

/** The last step of `npm start`, as a process of its own. */
async function started(script: string): Promise<{ readonly output: string; readonly code: number | undefined }> {
  // It serves the folder dist of where it is started.
  const cwd = path.dirname(path.resolve(process.env['SITE_FOLDER'] ?? 'dist'));
  const child = spawn(process.execPath, [path.resolve('src/build/run.mjs'), script], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => {
    child.kill();
  });
  let output = '';
  let code: number | undefined;
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr.on('data', (text: Buffer) => (output += text.toString()));
  const ended = once(child, 'exit').then(([exitCode]: number[]) => (code = exitCode));
  const announced = expect.poll(() => output, { timeout: 20_000 }).toContain('http://localhost:');
  await Promise.race([ended, announced]);
  return { output, code };
}

it('npm start serves the app and prints where', async () => {
  const { output, code } = await started('serve');
  expect(code).toBeUndefined();
  const [address = ''] = /http:\/\/localhost:\d+/.exec(output) ?? [];
  const response = await fetch(address);
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('<div id="root" data-page="/">');
});

it('a script that is not there is refused with the way out', async () => {
  const { output, code } = await started('no-such-script');
  expect(code).toBe(1);
  expect(output).toContain('Usage: node src/build/run.mjs <script>');
});
