import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/**
 * A door before a server on loopback. `shut`: whoever is inside is thrown out and nobody gets in; `mute`: who enters is
 * sent away again without a word, as by a balancer with nothing behind it; `open` ends both.
 */
export const openGate = async (to: { host: string; port: number }) => {
  const inside = new Set<Socket>();
  let muted = false;
  const server = createServer((client) => {
    if (muted) return void client.destroy();
    const beyond = connect(to);
    for (const socket of [client, beyond]) {
      inside.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        inside.delete(socket);
        client.destroy();
        beyond.destroy();
      });
    }
    client.pipe(beyond).pipe(client);
  });
  const listen = (port: number) =>
    new Promise<void>((ready) => server.listen(port, '127.0.0.1', () => ready()));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const throwOut = () => {
    for (const socket of inside) socket.destroy();
  };
  const shut = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      throwOut();
    });
  return {
    port,
    shut,
    mute: () => {
      muted = true;
      throwOut();
    },
    open: async () => {
      muted = false;
      if (!server.listening) await listen(port);
    },
    close: shut,
  };
};
