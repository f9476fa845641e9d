import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readSamples } from './samples/index.ts';

type Asset = { bytes: Uint8Array<ArrayBuffer>; type: string; tag: string };

const scripts = ['page.js', 'live.js', 'acts.js', 'map.js', 'play.js', 'dom.js', 'copy.js'];
const sheets = [
  'tokens.css',
  'page.css',
  'phone.css',
  'hats.css',
  'bubbles.css',
  'sides.css',
  'behind.css',
  'popovers.css',
  'skins.css',
  'rows.css',
];
const pictures = ['kawung.svg', 'icon.svg'];
const face = '@fontsource-variable/plus-jakarta-sans/files/';
const fonts = ['plus-jakarta-sans-latin-wght-normal.woff2', 'plus-jakarta-sans-latin-ext-wght-normal.woff2'];

const types: { readonly [ending: string]: string } = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
  jpg: 'image/jpeg',
};

const own = (name: string) => new URL(`./assets/${name}`, import.meta.url);

/** Everything the page loads, held in memory with its ETag. `ready` reads the files. */
export const loadAssets = () => {
  const held = new Map<string, Asset>();
  const hold = (name: string, bytes: Uint8Array) => {
    const type = types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    const tag = createHash('sha256').update(bytes).digest('base64url').slice(0, 16);
    held.set(name, { bytes: new Uint8Array(bytes), type, tag });
  };
  return {
    ready: async (): Promise<void> => {
      for (const name of [...scripts, ...sheets, ...pictures]) hold(name, await readFile(own(name)));
      for (const name of fonts)
        hold(name, await readFile(fileURLToPath(import.meta.resolve(`${face}${name}`))));
      for (const { name, bytes } of await readSamples()) hold(`${name}.jpg`, bytes);
    },
    get: (name: string): Asset | undefined => held.get(name),
    /** The address that may be kept for ever, because it changes with the content. */
    link: (name: string): string => `/coba/aset/${name}?v=${held.get(name)?.tag ?? ''}`,
    sheets,
  };
};

export type Assets = ReturnType<typeof loadAssets>;
