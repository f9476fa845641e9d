import { serve } from '@hono/node-server';
import { type Env, SettingsRefused } from './env.ts';

type Fetch = (request: Request) => Response | Promise<Response>;

/** A server that listens; `close` lets requests under way finish, for two seconds at most. */
export type Listening = { port: number; close: () => Promise<void> };

/** Listens on HOST and PORT. A taken port is one clear sentence (`SettingsRefused`). */
export const listen = (fetch: Fetch, { PORT, HOST }: Pick<Env, 'PORT' | 'HOST'>): Promise<Listening> =>
  new Promise((resolve, reject) => {
    const server = serve({ fetch, port: PORT, hostname: HOST }, ({ port }) => resolve({ port, close }));
    const close = () =>
      new Promise<void>((closed) => {
        const patience = setTimeout(
          () => 'closeAllConnections' in server && server.closeAllConnections(),
          2_000,
        );
        server.close(() => {
          clearTimeout(patience);
          closed();
        });
        if ('closeIdleConnections' in server) server.closeIdleConnections();
      });
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new SettingsRefused([`PORT ${PORT} is taken by another program.`])
          : error,
      ),
    );
  });
