import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A door before a server on loopback, which a test may shut: whoever is inside is thrown out and nobody gets in. */
export const openGate = async (to: { host: string; port: number }) => {
  const inside = new Set<Socket>();
  const server = createServer((client) => {
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
  const shut = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      for (const socket of inside) socket.destroy();
    });
  return { port, shut, open: () => listen(port), close: shut };
};
