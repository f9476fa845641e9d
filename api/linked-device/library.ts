import { createRequire } from 'node:module';

/** The client library, as it is loaded when a device is used. */
export type Library = typeof import('@whiskeysockets/baileys');
export type Socket = ReturnType<Library['makeWASocket']>;

/** The linked device cannot work, and what a person can do about it. */
export class LinkedDeviceRefused extends Error {}

/** Whether the client, an optional package, is there. */
export const isInstalled = (): boolean => {
  try {
    createRequire(import.meta.url).resolve('@whiskeysockets/baileys/package.json');
    return true;
  } catch {
    return false;
  }
};

/** Loads the client, which is an optional package (a part of it is under the GPL). Throws `LinkedDeviceRefused` where it was left out. */
export const loadLibrary = async (): Promise<Library> => {
  if (!isInstalled())
    throw new LinkedDeviceRefused(
      'The package @whiskeysockets/baileys is not installed: run "npm ci" without leaving out optional packages.',
    );
  return import('@whiskeysockets/baileys');
};
