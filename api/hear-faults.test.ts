import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const faults = new URL('./hear-faults.ts', import.meta.url).href;

/** A process that hears its faults, does something, and says whether it lived on. */
const played = async (does: string) => {
  const program = `
    const { hearFaults } = await import(${JSON.stringify(faults)});
    hearFaults({ error: (line) => process.stdout.write(JSON.stringify(line) + '\\n') });
    ${does}
    setTimeout(() => process.stdout.write('lived on'), 50);
  `;
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [
    '--input-type=module',
    '--eval',
    program,
  ]).catch((failed: { stdout: string; stderr: string }) => failed);
  return { stdout, stderr };
};

test('a promise that failed unheard is told without its words, and the service goes on', async () => {
  const { stdout, stderr } = await played(`Promise.reject(new TypeError('nomor 6281200000001'));`);
  expect(stdout).toMatch(/"event":"unheard-fault","code":"TypeError.*lived on$/s);
  expect(stdout + stderr).not.toContain('6281200000001');
});

test('an exception is told without its words, and ends the service', async () => {
  const { stdout, stderr } = await played(
    `setTimeout(() => { throw new RangeError('nomor 6281200000001'); }, 0);`,
  );
  expect(stdout).toMatch(/"event":"uncaught-fault","code":"RangeError/);
  expect(stdout + stderr).not.toMatch(/6281200000001|lived on/);
});
