import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/**
 * What went over the wire to PostgreSQL. A trip is one time that the client had to wait: it sent after it had heard.
 * `untilCommit` are the trips up to the end of the first explicit transaction; without one, all of them.
 */
export type WireCount = {
  trips: number;
  untilCommit: number;
  statements: number;
  parses: number;
  transactions: number;
};

export type WireCounter = { url: string; take: () => WireCount; close: () => Promise<void> };

const nothing = (): WireCount => ({ trips: 0, untilCommit: 0, statements: 0, parses: 0, transactions: 0 });

/** Cuts a stream of PostgreSQL's frontend or backend messages; the client's first has a length but no letter. */
const cutter = (first: 'untyped' | 'typed', hear: (letter: string, body: Buffer) => void) => {
  let rest: Buffer = Buffer.alloc(0);
  let typed = first === 'typed';
  return (chunk: Buffer) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (;;) {
      const head = typed ? 1 : 0;
      if (rest.length < head + 4) return;
      const end = head + rest.readUInt32BE(head);
      if (rest.length < end) return;
      if (typed) hear(String.fromCharCode(rest[0] ?? 0), rest.subarray(5, end));
      typed = true;
      rest = rest.subarray(end);
    }
  };
};

/** A door before PostgreSQL that counts and changes nothing; it costs time, so nothing is timed through it. */
export const countWire = async (database: string): Promise<WireCounter> => {
  const { hostname, port } = new URL(database);
  const lines = new Set<Socket>();
  let count = nothing();
  let committed = false;

  const server = createServer((client) => {
    const behind = connect(Number(port || 5432), hostname);
    let heard = true;
    let inTransaction = false;
    const asks = cutter('untyped', (letter) => {
      if (letter === 'E' || letter === 'Q') count.statements += 1;
      if (letter === 'P') count.parses += 1;
    });
    const answers = cutter('typed', (letter, body) => {
      if (letter !== 'Z') return;
      const open = body[0] !== 'I'.charCodeAt(0);
      if (!open) count.transactions += 1;
      if (inTransaction && !open) committed = true;
      inTransaction = open;
    });
    client.on('data', (chunk: Buffer) => {
      asks(chunk);
      if (heard) {
        count.trips += 1;
        if (!committed) count.untilCommit += 1;
      }
      heard = false;
      behind.write(chunk);
    });
    behind.on('data', (chunk: Buffer) => {
      heard = true;
      answers(chunk);
      client.write(chunk);
    });
    for (const [one, other] of [
      [client, behind],
      [behind, client],
    ] as const) {
      lines.add(one);
      one.setNoDelay(true);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        lines.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(database);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: url.href,
    take: () => {
      const taken = count;
      count = nothing();
      committed = false;
      return taken;
    },
    close: () =>
      new Promise((resolve) => {
        for (const line of lines) line.destroy();
        server.close(() => resolve());
      }),
  };
};
