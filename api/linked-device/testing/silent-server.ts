import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

/** What every WebSocket server adds to the client's key (RFC 6455 section 1.3). */
const suffix = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

const closeFrame = 0x88;

/** Whether a chunk of small client frames (masked, RFC 6455 section 5.2) ends with one that says goodbye. */
const saysGoodbye = (chunk: Buffer): boolean => {
  let at = 0;
  while (at + 1 < chunk.length) {
    if (chunk[at] === closeFrame) return true;
    const short = (chunk[at + 1] ?? 0) & 127;
    at += 6 + (short === 126 ? 2 + chunk.readUInt16BE(at + 2) : short);
  }
  return false;
};

/** A server that takes WebSocket connections and says nothing but goodbye; `refuse` answers them with a status instead. */
export const silentServer = async () => {
  const sockets: Duplex[] = [];
  let refusal: number | undefined;
  const server = createServer();
  server.on('upgrade', (request, socket) => {
    sockets.push(socket);
    socket.on('error', () => {});
    if (refusal) return void socket.end(`HTTP/1.1 ${refusal} No\r\nContent-Length: 0\r\n\r\n`);
    const key = createHash('sha1')
      .update(`${request.headers['sec-websocket-key']}${suffix}`)
      .digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key}\r\n\r\n`,
    );
    socket.on('data', (chunk: Buffer) => {
      if (saysGoodbye(chunk)) socket.end(Buffer.of(closeFrame, 0));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** How many connections have come so far. */
    came: () => sockets.length,
    refuse: (status: number) => {
      refusal = status;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
