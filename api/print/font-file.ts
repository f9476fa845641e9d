import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The one face of everything printed (OFL, drawn for Jakarta), in two weights. */
export const family = 'Plus Jakarta Sans';
export const weights = ['regular', 'bold'] as const;
export type Weight = (typeof weights)[number];

const drawn = {
  regular: '400Regular/PlusJakartaSans_400Regular.ttf',
  bold: '700Bold/PlusJakartaSans_700Bold.ttf',
} as const satisfies { [W in Weight]: string };

/** Where the glyphs of a weight lie on this machine. */
export const fontFile = (weight: Weight): string =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/plus-jakarta-sans/${drawn[weight]}`));

const woff = '@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-';

/** Every weight of the face in one file for browsers, as a data URL; `latin-ext` holds letters such as ḍ and ā. */
export const webFont = (script: 'latin' | 'latin-ext'): string =>
  `data:font/woff2;base64,${readFileSync(
    fileURLToPath(import.meta.resolve(`${woff}${script}-wght-normal.woff2`)),
  ).toString('base64')}`;
