// A client of its own process that keeps connections busy: one request at a time on each, over raw sockets.
// @ts-check
import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';

/**
 * @typedef {{ port: number, request: string, connections: number, warmUp: number, milliseconds: number }} Job
 * @typedef {{ perSecond: number, p50: number, p99: number, busy: number }} Load
 */

const headEnd = Buffer.from('\r\n\r\n');

/** @param {Job} job */
async function load({ port, request, connections, warmUp, milliseconds }) {
  const bytes = Buffer.from(request);
  /** @type {number[]} */
  const latencies = [];
  let counts = false;
  let stopping = false;
  const closed = Array.from({ length: connections }, () =>
    keepBusy(port, bytes, (latency) => {
      if (counts) latencies.push(latency);
      return !stopping;
    }),
  );
  await pause(warmUp);
  counts = true;
  const start = performance.now();
  const cpu = process.cpuUsage();
  await pause(milliseconds);
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  counts = false;
  stopping = true;
  await Promise.all(closed);
  latencies.sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => latencies[Math.floor(latencies.length * share)] ?? Number.NaN;
  /** @type {Load} */
  const result = {
    perSecond: latencies.length / seconds,
    p50: at(0.5),
    p99: at(0.99),
    busy: (user + system) / 1_000_000 / seconds,
  };
  return result;
}

/**
 * Sends a request on a connection of its own, and the next one when it is answered, for as long as `onAnswer` says.
 * @param {number} port
 * @param {Buffer} request
 * @param {(milliseconds: number) => boolean} onAnswer
 */
function keepBusy(port, request, onAnswer) {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, noDelay: true });
    let sent = 0;
    /** @type {Buffer | null} Of an answer whose head is not whole. */
    let begun = null;
    let missing = 0;
    const send = () => {
      sent = performance.now();
      socket.write(request);
    };
    socket.on('connect', send);
    socket.on('data', (data) => {
      if (missing > 0) missing -= data.length;
      else {
        const chunk = begun === null ? data : Buffer.concat([begun, data]);
        const end = chunk.indexOf(headEnd);
        begun = end === -1 ? chunk : null;
        if (end === -1) return;
        missing = bodyLength(chunk.toString('latin1', 0, end)) - (chunk.length - end - headEnd.length);
      }
      if (missing > 0) return;
      if (missing === 0 && onAnswer(performance.now() - sent)) send();
      else socket.destroy();
      if (missing < 0) reject(new Error('An answer is longer than it says.'));
    });
    socket.on('error', reject);
    socket.on('close', resolve);
  });
}

/** @param {string} head */
function bodyLength(head) {
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (!head.startsWith('HTTP/1.1 200 ') || length === undefined) throw new Error(`Not what is measured: ${head}`);
  return Number(length);
}

/** @param {number} milliseconds */
async function pause(milliseconds) {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

process.on('message', (job) => {
  void load(/** @type {Job} */ (job)).then((result) => process.send?.(result));
});
process.on('disconnect', () => process.exit());
