import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** The line between the service and its database, which a test may cut and mend. */
export type DatabaseLine = {
  url: (real: string) => string;
  cut: () => Promise<void>;
  /** Carries nothing any more, without a word to either side. */
  hush: () => void;
  mend: () => Promise<void>;
  close: () => Promise<void>;
};

/** Lays a line to the server of this address. Cut, it drops what is open and refuses what is new, as a server that is gone. */
export const layLine = async (real: string): Promise<DatabaseLine> => {
  const { hostname, port } = new URL(real);
  const open = new Set<Socket>();
  let silent = false;
  const join = (caller: Socket) => {
    if (silent) {
      open.add(caller);
      caller.on('error', () => {}).on('close', () => open.delete(caller));
      return;
    }
    const far = connect({ host: hostname, port: Number(port || 5432) });
    for (const [one, other] of [
      [caller, far],
      [far, caller],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  };
  const server = createServer(join);
  const listen = (at: number) => new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve));
  await listen(0);
  const own = (server.address() as AddressInfo).port;
  const cut = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of open) socket.destroy();
    });
  return {
    url: (address) => {
      const through = new URL(address);
      through.hostname = '127.0.0.1';
      through.port = String(own);
      return through.href;
    },
    cut,
    hush: () => {
      silent = true;
      for (const socket of open) socket.unpipe().pause();
    },
    mend: async () => {
      for (const socket of silent ? open : []) socket.destroy();
      silent = false;
      if (!server.listening) await listen(own);
    },
    close: () => (server.listening ? cut() : Promise.resolve()),
  };
};
