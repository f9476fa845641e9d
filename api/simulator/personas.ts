import type { TextKey } from '../../bot/i18n/keys.ts';

/** What somebody is to the service: who writes to it, who answers there, and whoever answers for those. */
export const hats = ['citizen', 'officer', 'supervisor'] as const;
export type Hat = (typeof hats)[number];

/** An invented person who can be tried on; `language` is what they write. */
export type Persona = {
  key: string;
  hat: Hat;
  name: string;
  about: TextKey;
  language: string;
  examples: readonly [string, ...string[]];
};

const sri: Persona = {
  key: 'sri',
  hat: 'citizen',
  name: 'Ibu Sri',
  about: 'coba.person.sri',
  language: 'id',
  examples: ['lampu jalan mati', '/lapor', '/bantuan'],
};

/** Three invented citizens, the first of whom holds the phone when a visitor comes; and two in the office of street lamps. */
export const personas: readonly [Persona, ...Persona[]] = [
  sri,
  {
    key: 'bayu',
    hat: 'citizen',
    name: 'Mas Bayu',
    about: 'coba.person.bayu',
    language: 'jv',
    examples: ['lampu dalan mati', '/bahasa', '/lapor'],
  },
  {
    key: 'anna',
    hat: 'citizen',
    name: 'Ms Anna',
    about: 'coba.person.anna',
    language: 'en',
    examples: ['/bahasa', '/lapor', '/cek'],
  },
  {
    key: 'petugas',
    hat: 'officer',
    name: 'Mas Danu',
    about: 'coba.person.petugas',
    language: 'id',
    examples: ['/tiket', '/belajar', '/pelatihan', '/profil'],
  },
  {
    key: 'atasan',
    hat: 'supervisor',
    name: 'Bu Ratih',
    about: 'coba.person.atasan',
    language: 'id',
    examples: ['/tiket', '/unit', '/profil'],
  },
];

export const personaNamed = (key: string | undefined): Persona =>
  personas.find((one) => one.key === key) ?? sri;
