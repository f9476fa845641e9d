import { createServer } from 'node:http';
import { Agent } from 'node:https';
import { type AddressInfo, connect } from 'node:net';

/** WhatsApp's file server: takes what the client has sealed, and gives it to whoever knows where it lies. */
export const openFileHost = async () => {
  const files = new Map<string, Uint8Array>();
  const keep = (bytes: Uint8Array): string => {
    const path = `/o1/${files.size + 1}?oe=1`;
    files.set(path, bytes);
    return path;
  };
  const server = createServer((request, response) => {
    if (request.method !== 'POST') {
      const found = files.get(request.url ?? '');
      return void (found ? response.end(found) : response.writeHead(404).end());
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const path = keep(new Uint8Array(Buffer.concat(chunks)));
      response.end(JSON.stringify({ url: `https://mmg.whatsapp.net${path}`, direct_path: path }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  /** The client sends files by https only; here the way is short and without a certificate. */
  const agent = new Agent();
  agent.createConnection = () => connect(port, '127.0.0.1');
  return {
    url: `http://127.0.0.1:${port}`,
    hostname: 'media.whatsapp.test',
    agent,
    keep,
    count: () => files.size,
    close: async () => {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

export type FileHost = Awaited<ReturnType<typeof openFileHost>>;
