import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

/** What every WebSocket server adds to the client's key (RFC 6455 section 1.3). */
const suffix = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

const opcodes = { close: 8, ping: 9, pong: 10 };

/** One client's connection as bytes; messages and their borders mean nothing here. */
export type Wire = {
  /** The path that the client asked for: tests give each process one of its own. */
  path: string;
  send: (bytes: Uint8Array) => void;
  /** Says goodbye first. */
  close: () => void;
  /** Ends like a cable that is pulled. */
  cut: () => void;
  heard: (listener: (bytes: Buffer) => void) => void;
  ended: (listener: () => void) => void;
};

const headerOf = (opcode: number, length: number): Buffer => {
  if (length < 126) return Buffer.of(0x80 | opcode, length);
  if (length < 65_536) return Buffer.of(0x80 | opcode, 126, length >> 8, length & 255);
  const header = Buffer.alloc(10);
  header.writeUInt8(0x80 | opcode, 0);
  header.writeUInt8(127, 1);
  header.writeBigUInt64BE(BigInt(length), 2);
  return header;
};

/** The frames in what a client has sent so far (masked, RFC 6455 section 5.2), and what is left of it. */
const framesIn = (bytes: Buffer): { frames: { opcode: number; payload: Buffer }[]; rest: Buffer } => {
  const frames: { opcode: number; payload: Buffer }[] = [];
  let rest = bytes;
  for (;;) {
    if (rest.length < 2) return { frames, rest };
    const short = rest.readUInt8(1) & 127;
    const at = short === 126 ? 4 : short === 127 ? 10 : 2;
    if (rest.length < at + 4) return { frames, rest };
    const length =
      short === 126 ? rest.readUInt16BE(2) : short === 127 ? Number(rest.readBigUInt64BE(2)) : short;
    if (rest.length < at + 4 + length) return { frames, rest };
    const mask = rest.subarray(at, at + 4);
    const payload = Buffer.from(rest.subarray(at + 4, at + 4 + length));
    for (let i = 0; i < length; i++) payload[i] = (payload[i] ?? 0) ^ (mask[i % 4] ?? 0);
    frames.push({ opcode: rest.readUInt8(0) & 15, payload });
    rest = rest.subarray(at + 4 + length);
  }
};

const wireOn = (socket: Duplex, path: string): Wire => {
  let rest: Buffer = Buffer.alloc(0);
  let listener: (bytes: Buffer) => void = () => {};
  const write = (opcode: number, payload: Uint8Array) => {
    if (socket.writable) socket.write(Buffer.concat([headerOf(opcode, payload.length), payload]));
  };
  socket.on('error', () => {});
  socket.on('end', () => socket.end());
  socket.on('data', (chunk: Buffer) => {
    const found = framesIn(rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk);
    rest = found.rest;
    for (const { opcode, payload } of found.frames) {
      if (opcode === opcodes.ping) write(opcodes.pong, payload);
      else if (opcode === opcodes.close) {
        write(opcodes.close, payload);
        socket.end();
      } else if (opcode !== opcodes.pong) listener(payload);
    }
  });
  return {
    path,
    send: (bytes) => write(2, bytes),
    close: () => {
      write(opcodes.close, Buffer.of(3, 232));
      socket.end();
    },
    cut: () => void socket.destroy(),
    heard: (given) => {
      listener = given;
    },
    ended: (given) => void socket.once('close', given),
  };
};

/** A WebSocket server on a free port of this machine. */
export const serveWebSockets = async (connected: (wire: Wire) => void) => {
  const sockets = new Set<Duplex>();
  const server = createServer();
  server.on('upgrade', (request, socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    const key = createHash('sha1')
      .update(`${request.headers['sec-websocket-key']}${suffix}`)
      .digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key}\r\n\r\n`,
    );
    connected(wireOn(socket, new URL(request.url ?? '/', 'ws://here').pathname));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
