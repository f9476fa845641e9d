/** An invented person who can be tried on; `language` is what they write. */
export type Persona = {
  key: string;
  name: string;
  about: string;
  language: string;
  examples: readonly [string, ...string[]];
};

const sri: Persona = {
  key: 'sri',
  name: 'Ibu Sri',
  about: 'Pedagang pasar',
  language: 'id',
  examples: ['lampu jalan mati', '/lapor', '/bantuan'],
};

/** Three invented citizens; the first holds the phone when a visitor comes. */
export const personas: readonly [Persona, ...Persona[]] = [
  sri,
  {
    key: 'bayu',
    name: 'Mas Bayu',
    about: 'Tukang ojek, menulis bahasa Jawa',
    language: 'jv',
    examples: ['lampu dalan mati', '/bahasa', '/lapor'],
  },
  {
    key: 'anna',
    name: 'Ms Anna',
    about: 'Guru tamu, menulis bahasa Inggris',
    language: 'en',
    examples: ['/bahasa', '/lapor', '/cek'],
  },
];

export const personaNamed = (key: string | undefined): Persona =>
  personas.find((one) => one.key === key) ?? sri;
