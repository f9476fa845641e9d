import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A door before a server on loopback, which a test may shut: whoever is inside is thrown out and nobody gets in. */
export const openGate = async (to: { host: string; port: number }) => {
  const inside = new Set<Socket>();
  let open = true;
  const server = createServer((client) => {
    if (!open) return void client.destroy();
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
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const leave = () => {
    for (const socket of inside) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    shut: () => {
      open = false;
      leave();
    },
    open: () => {
      open = true;
    },
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        leave();
      }),
  };
};
