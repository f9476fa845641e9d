import { DEFAULT_CONNECTION_CONFIG } from '@whiskeysockets/baileys';
import { type Canary, canariesIn } from './canary.ts';

/**
 * Keeps a copy of everything secret that the client of this process makes, stores or is told from now on: its own keys, and
 * what it shares with each phone. `found` may be asked as often as one likes.
 */
export const watchKeys = () => {
  const { makeSignalRepository } = DEFAULT_CONNECTION_CONFIG;
  const kept = new Map<string, Canary>();
  const owners = new Set<unknown>();
  const keep = (what: string, value: unknown) => {
    for (const canary of canariesIn(what, value)) kept.set(Buffer.from(canary.bytes).toString('hex'), canary);
  };
  DEFAULT_CONNECTION_CONFIG.makeSignalRepository = (auth, logger, pnToLid) => {
    const { set } = auth.keys;
    owners.add(auth.creds);
    keep('creds', auth.creds);
    auth.keys.set = (data) => {
      keep('keys', data);
      return set(data);
    };
    return makeSignalRepository(auth, logger, pnToLid);
  };
  return {
    keep,
    found: (): Canary[] => {
      for (const creds of owners) keep('creds', creds);
      return [...kept.values()];
    },
  };
};
