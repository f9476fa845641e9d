import type { TextKey } from '../../bot/i18n/keys.ts';

/** An invented person who can be tried on; `language` is what they write. */
export type Persona = {
  key: string;
  name: string;
  about: TextKey;
  language: string;
  examples: readonly [string, ...string[]];
};

const sri: Persona = {
  key: 'sri',
  name: 'Ibu Sri',
  about: 'coba.person.sri',
  language: 'id',
  examples: ['lampu jalan mati', '/lapor', '/bantuan'],
};

/** Three invented citizens; the first holds the phone when a visitor comes. */
export const personas: readonly [Persona, ...Persona[]] = [
  sri,
  {
    key: 'bayu',
    name: 'Mas Bayu',
    about: 'coba.person.bayu',
    language: 'jv',
    examples: ['lampu dalan mati', '/bahasa', '/lapor'],
  },
  {
    key: 'anna',
    name: 'Ms Anna',
    about: 'coba.person.anna',
    language: 'en',
    examples: ['/bahasa', '/lapor', '/cek'],
  },
];

export const personaNamed = (key: string | undefined): Persona =>
  personas.find((one) => one.key === key) ?? sri;
